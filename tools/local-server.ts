/** The whole product in one process: embedded DynamoDB, published catalogue, page and API. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getConnInfo } from '@hono/node-server/conninfo';
import { createApp } from '../functions/http/app.ts';
import { type Authorise, authoriseByToken } from '../functions/maintainers/authorise.ts';
import { notifyByLog } from '../functions/maintainers/notify.ts';
import { activityStores, DEFAULT_KEEP_DAYS } from '../functions/store/activity-stores.ts';
import { CHECK_FAILED, catalogueCache } from '../functions/store/catalogue-cache.ts';
import { type Database, FOR_PUBLISHING, openDatabase } from '../functions/store/dynamo.ts';
import type { PageConfig } from '../web/maintainers/page-config.ts';
import { compiled, readSources } from './compiled.ts';
import { startEmbeddedDynamodbThread } from './embedded-dynamodb-thread.ts';
import { listen } from './listen.ts';
import type { LocalSettings } from './local-settings.ts';
import { LOCAL_TABLES } from './local-tables.ts';
import { prepareTables } from './prepare-tables.ts';
import { addStaticSite } from './static-site.ts';

export interface LocalServer {
  /** `http://host:port` */
  readonly address: string;
  readonly database: Database;
  /** The token of the maintainers' routes: the one that was set, or a new one. */
  readonly adminToken: string;
  close(): Promise<void>;
}

const TOKEN_BYTES = 24;

/** A second of counts: at a hundred questions a second, a third of the writes. */
const COUNT_REST_MS = 1000;

/** How maintainers sign in, when not with one token. */
export interface SignIn extends PageConfig {
  readonly authorise: Authorise;
}

/** Starts everything and resolves when questions are answered. */
export async function startLocalServer(
  settings: LocalSettings,
  log: (line: string) => void,
  maintainers?: SignIn,
): Promise<LocalServer> {
  const embedded = settings.dynamodbEndpoint
    ? undefined
    : await startEmbeddedDynamodbThread(settings.dataDir && join(settings.dataDir, 'dynamodb'));
  const { now = () => new Date() } = settings;
  const endpoint = settings.dynamodbEndpoint ?? embedded?.endpoint ?? '';
  // What is in this process answers, if late; what is outside may never.
  const database = embedded ? openDatabase(endpoint, FOR_PUBLISHING) : openDatabase(endpoint);
  const sources = readSources();
  const tables = await prepareTables({ endpoint, sources, isOurs: embedded !== undefined, log: structured(log) });
  const adminToken = settings.adminToken ?? randomBytes(TOKEN_BYTES).toString('base64url');
  const catalogue = catalogueCache({
    ...{ database, table: LOCAL_TABLES.catalogue, now: Date.now },
    snapshot: async () => ({ ...compiled(sources), hash: sources.hash }),
    log: (event, details) => {
      if (event === CHECK_FAILED && !embedded) tables.prepareAgain();
      structured(log)(event, details);
    },
  });
  // Before the first question comes, so that none waits for it.
  await catalogue.current();
  const stores = activityStores({
    database,
    table: LOCAL_TABLES.activity,
    ...DEFAULT_KEEP_DAYS,
    ...patienceWith(embedded),
    countRestMs: COUNT_REST_MS,
    now,
  });
  const app = createApp({
    catalogue,
    ...stores,
    livesOnAfterReply: true,
    authorise: maintainers?.authorise ?? authoriseByToken(adminToken),
    notify: notifyByLog(structured(log)),
    now,
    newId: randomUUID,
    clientOf: (context) => getConnInfo(context).remote.address ?? '',
    requestsPerMinute: settings.requestsPerMinute,
    allowedOrigins: [],
    log: structured(log),
    version: settings.version,
  });
  addStaticSite(app, settings.webFolder, maintainers?.signIn && { signIn: maintainers.signIn });
  const server = await listen(app.fetch, settings);
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`,
    database,
    adminToken,
    close: async () => {
      tables.close();
      await new Promise((resolve) => server.close(resolve));
      await stores.insights.settled();
      database.destroy();
      await embedded?.close();
    },
  };
}

/** An embedded DynamoDB is silent only when this process is busy, and then its answer does come. */
function patienceWith(embedded: object | undefined): { readonly patienceMs?: number } {
  return embedded ? { patienceMs: 10_000 } : {};
}

function structured(log: (line: string) => void) {
  return (event: string, details: Readonly<Record<string, unknown>>) => log(JSON.stringify({ event, ...details }));
}
