/** The whole product in one process: embedded DynamoDB, published catalogue, page and API. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getConnInfo } from '@hono/node-server/conninfo';
import { createApp } from '../functions/http/app.ts';
import { type Authorise, authoriseByToken } from '../functions/maintainers/authorise.ts';
import { notifyByLog } from '../functions/maintainers/notify.ts';
import { activityStores, DEFAULT_KEEP_DAYS } from '../functions/store/activity-stores.ts';
import { catalogueCache } from '../functions/store/catalogue-cache.ts';
import { type Database, openDatabase } from '../functions/store/dynamo.ts';
import { publish } from '../functions/store/publish.ts';
import { createTables } from '../functions/store/tables.ts';
import type { PageConfig } from '../web/maintainers/page-config.ts';
import { compiled, readSources } from './compiled.ts';
import { startEmbeddedDynamodb } from './embedded-dynamodb.ts';
import { listen } from './listen.ts';
import type { LocalSettings } from './local-settings.ts';
import { addStaticSite } from './static-site.ts';

export const LOCAL_TABLES = { catalogue: 'simtolk-catalogue', activity: 'simtolk-activity' } as const;

export interface LocalServer {
  /** `http://host:port` */
  readonly address: string;
  readonly database: Database;
  /** The token of the maintainers' routes: the one that was set, or a new one. */
  readonly adminToken: string;
  /** What was published at the start. */
  readonly published: { readonly version: number; readonly changed: boolean };
  close(): Promise<void>;
}

const TOKEN_BYTES = 24;

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
    : await startEmbeddedDynamodb(settings.dataDir && join(settings.dataDir, 'dynamodb'));
  const database = openDatabase(settings.dynamodbEndpoint ?? embedded?.endpoint);
  await createTables(database, Object.values(LOCAL_TABLES));
  const sources = readSources();
  const published = await publish(database, LOCAL_TABLES.catalogue, {
    hash: sources.hash,
    compile: () => compiled(sources),
    publishedAt: new Date().toISOString(),
  });
  const adminToken = settings.adminToken ?? randomBytes(TOKEN_BYTES).toString('base64url');
  const app = createApp({
    catalogue: catalogueCache({ database, table: LOCAL_TABLES.catalogue, now: Date.now, log: structured(log) }),
    ...activityStores({ database, table: LOCAL_TABLES.activity, ...DEFAULT_KEEP_DAYS, now: () => new Date() }),
    authorise: maintainers?.authorise ?? authoriseByToken(adminToken),
    notify: notifyByLog(structured(log)),
    now: () => new Date(),
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
    published,
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      await embedded?.close();
    },
  };
}

function structured(log: (line: string) => void) {
  return (event: string, details: Readonly<Record<string, unknown>>) => log(JSON.stringify({ event, ...details }));
}
