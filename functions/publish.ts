/** Publishes, as part of a deployment, the FAQ that is bundled beside this file. */
import { readFile } from 'node:fs/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import * as z from 'zod';
import { compileSources } from './catalogue/compile-sources.ts';
import { customResourceHandler } from './deployment/custom-resource.ts';
import { parseEnvironment } from './settings.ts';
import { FOR_PUBLISHING, openDatabase } from './store/dynamo.ts';
import { publish } from './store/publish.ts';
import { CATALOGUE_TABLE_VARIABLE } from './store/tables.ts';

const settings = parseEnvironment(z.object({ [CATALOGUE_TABLE_VARIABLE]: z.string().min(3) }), process.env);
const table = settings[CATALOGUE_TABLE_VARIABLE];
const database = openDatabase(undefined, FOR_PUBLISHING);
const logger = new Logger();
const files = z.array(z.object({ path: z.string(), text: z.string() }));
const sourcesFile = z.object({ faq: files, locales: files, hash: z.string() });

async function provide() {
  const { hash, ...sources } = sourcesFile.parse(
    JSON.parse(await readFile(new URL('./sources.json', import.meta.url), 'utf8')),
  );
  const now = new Date();
  const compile = () => compileSources(sources, now.getUTCFullYear());
  return { ...(await publish(database, table, { hash, compile, publishedAt: now.toISOString() })) };
}

export const handler = customResourceHandler({
  provide,
  physicalId: 'catalogue',
  log: (event, details) => logger.info(event, { ...details }),
});
