/** The real app over an embedded DynamoDB of its own, with a clock that tests set. */
import { randomUUID } from 'node:crypto';
import { openCatalogue } from '../../functions/catalogue/open.ts';
import { type App, createApp } from '../../functions/http/app.ts';
import type { Dependencies } from '../../functions/http/dependencies.ts';
import { authoriseByToken } from '../../functions/maintainers/authorise.ts';
import type { TicketNotice } from '../../functions/maintainers/notify.ts';
import { activityStores } from '../../functions/store/activity-stores.ts';
import { type Database, FOR_PUBLISHING, type Limits, openDatabase } from '../../functions/store/dynamo.ts';
import { createTables } from '../../functions/store/tables.ts';
import { compiled } from '../../tools/compiled.ts';
import { startEmbeddedDynamodb } from '../../tools/embedded-dynamodb.ts';
import { holdToContract } from './hold-to-contract.ts';

export const ACTIVITY = 'after-sales-activity';
export const TOKEN = 'a-token-for-tests-only';
/** A Wednesday morning on which the channels are open. */
export const MORNING = '2026-11-25T09:00:00.000Z';

export interface Service {
  readonly app: App;
  readonly database: Database;
  /** Of the embedded DynamoDB. */
  readonly endpoint: string;
  readonly notices: TicketNotice[];
  readonly logged: string[];
  setClock(moment: string): void;
  call(method: string, path: string, options?: Call): Promise<Answer>;
  /** Asks a question; returns the reply. */
  ask(text: string, more?: Readonly<Record<string, unknown>>): Promise<Record<string, unknown> & Ids>;
  close(): Promise<void>;
}
interface Ids {
  readonly messageId: string;
  readonly conversationId: string;
}
export interface Call {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into replies whose shape is what they test
  readonly body: any;
}

export const ADMIN = { authorization: `Bearer ${TOKEN}` };

/** Starts the service. Dependencies may be replaced; with wide limits a busy machine does not look like an outage. */
export async function startService(
  replaced: Partial<Dependencies> = {},
  limits: Limits = FOR_PUBLISHING,
): Promise<Service> {
  const embedded = await startEmbeddedDynamodb();
  const database = openDatabase(embedded.endpoint, limits);
  await createTables(database, [ACTIVITY]);
  const catalogue = openCatalogue({ ...compiled(), version: 1 });
  const notices: TicketNotice[] = [];
  const logged: string[] = [];
  let clock = new Date(MORNING);
  const now = () => clock;
  const app = createApp({
    catalogue: { current: async () => catalogue, isStale: () => false },
    ...activityStores({ database, table: ACTIVITY, keepDays: 90, ticketKeepDays: 180, patienceMs: 10_000, now }),
    authorise: authoriseByToken(TOKEN),
    notify: async (notice) => {
      notices.push(notice);
    },
    now,
    newId: () => randomUUID(),
    clientOf: () => 'test',
    requestsPerMinute: 0,
    allowedOrigins: [],
    log: (event, details) => logged.push(JSON.stringify({ event, ...details })),
    version: 'test',
    ...replaced,
  });
  await holdToContract(app);
  const call: Service['call'] = async (method, path, { body, headers } = {}) => {
    const response = await app.request(path, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  };
  return {
    app,
    database,
    endpoint: embedded.endpoint,
    notices,
    logged,
    call,
    ask: async (text, more = {}) => (await call('POST', '/v1/messages', { body: { text, ...more } })).body,
    setClock: (moment) => {
      clock = new Date(moment);
    },
    close: async () => {
      database.destroy();
      await embedded.close();
    },
  };
}
