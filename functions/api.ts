/** The API's Lambda function: wires the app to the tables of its environment, once per container. */
import { randomUUID } from 'node:crypto';
import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { createApp } from './http/app.ts';
import { readSettings } from './settings.ts';
import { catalogueCache } from './store/catalogue-cache.ts';
import { conversationStore } from './store/conversation-store.ts';
import { openDatabase } from './store/dynamo.ts';

const settings = readSettings(process.env);
const database = openDatabase();
const now = () => new Date();
const log = (event: string, details: Readonly<Record<string, unknown>>) =>
  console.log(JSON.stringify({ event, ...details }));

const app = createApp({
  catalogue: catalogueCache({ database, table: settings.catalogueTable, now: Date.now, log }),
  conversations: conversationStore({ database, table: settings.activityTable, keepDays: settings.keepDays, now }),
  now,
  newId: randomUUID,
  clientOf: (context) =>
    (context.env as { event?: LambdaEvent & { requestContext?: { http?: { sourceIp?: string } } } }).event
      ?.requestContext?.http?.sourceIp ?? '',
  requestsPerMinute: settings.requestsPerMinute,
  allowedOrigins: settings.allowedOrigins,
  log,
  version: settings.version,
});

export const handler = handle(app);
