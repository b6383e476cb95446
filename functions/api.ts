/** The API's Lambda function: wires the app to the tables of its environment, once per container. */
import { randomUUID } from 'node:crypto';
import { Logger } from '@aws-lambda-powertools/logger';
import { handle } from 'hono/aws-lambda';
import type { SecondLook } from './conversation/second-look.ts';
import { readApiDocument } from './http/api-document.ts';
import { createApp } from './http/app.ts';
import { type AddressedEvent, clientAddress } from './http/client-address.ts';
import { type Authorise, authoriseNobody } from './maintainers/authorise.ts';
import { notifyByLog, notifyBySns } from './maintainers/notify.ts';
import { readSettings } from './settings.ts';
import { activityStores } from './store/activity-stores.ts';
import { catalogueCache } from './store/catalogue-cache.ts';
import { readSnapshot } from './store/catalogue-snapshot.ts';
import { openDatabase } from './store/dynamo.ts';

const settings = readSettings(process.env);
const database = openDatabase();
const { activityTable, keepDays, ticketKeepDays, supportTopic, userPool } = settings;
/** Where infra/bundle-functions.ts puts what is made beforehand. */
const here = new URL('./', import.meta.url);
const now = () => new Date();
const logger = new Logger();
const log = (event: string, details: Readonly<Record<string, unknown>>) => logger.info(event, { ...details });

/** Loaded with the first maintainer's request: visitors' cold starts go without it. */
function whenAsked(pool: NonNullable<typeof userPool>): Authorise {
  let loaded: Promise<Authorise> | undefined;
  return async (token) => {
    loaded ??= import('./maintainers/authorise-by-cognito.ts').then(({ authoriseByCognito }) =>
      authoriseByCognito(pool),
    );
    return (await loaded)(token);
  };
}

/** Loaded with the first doubtful question, and only where it is switched on. */
function lookAgain(embeddings: NonNullable<typeof settings.embeddings>): SecondLook {
  let loaded: Promise<SecondLook> | undefined;
  return async (...question) => {
    loaded ??= import('./embeddings/open-second-look.ts').then(({ openSecondLook }) =>
      openSecondLook({ ...settings, database, embeddings, now, log }),
    );
    return (await loaded)(...question);
  };
}

const catalogue = catalogueCache({
  ...{ database, table: settings.catalogueTable, now: Date.now, log },
  snapshot: async () => readSnapshot(here),
});
// Beside the rest of the start, so that the first visitor waits for less of it; who asks hears of a failure, and tries again.
catalogue.current().catch(() => undefined);

const app = createApp({
  catalogue,
  ...activityStores({ database, table: activityTable, keepDays, ticketKeepDays, now }),
  authorise: userPool ? whenAsked(userPool) : authoriseNobody,
  notify: supportTopic === undefined ? notifyByLog(log) : notifyBySns(supportTopic),
  ...(settings.embeddings && { secondLook: lookAgain(settings.embeddings) }),
  now,
  newId: randomUUID,
  clientOf: (context) => clientAddress((context.env as { event?: AddressedEvent }).event, settings.originKey),
  requestsPerMinute: settings.requestsPerMinute,
  allowedOrigins: settings.allowedOrigins,
  log,
  version: settings.version,
  apiDocument: () => readApiDocument(here),
});

export const handler = handle(app);
