/** Publishes, as part of a deployment, the FAQ that is bundled beside this file. */
import { readFile } from 'node:fs/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import * as z from 'zod';
import { compileSources } from './catalogue/compile-sources.ts';
import { customResourceHandler } from './deployment/custom-resource.ts';
import { embedForPublishing, publishVectors } from './embeddings/publish-vectors.ts';
import { EMBEDDING_MODEL_VARIABLE, EMBEDDING_MODELS } from './embeddings/variables.ts';
import { parseEnvironment } from './settings.ts';
import { FOR_PUBLISHING, openDatabase } from './store/dynamo.ts';
import { publish } from './store/publish.ts';
import { CATALOGUE_TABLE_VARIABLE } from './store/tables.ts';

const environment = z.object({
  [CATALOGUE_TABLE_VARIABLE]: z.string().min(3),
  [EMBEDDING_MODEL_VARIABLE]: z.enum(EMBEDDING_MODELS).optional(),
});
const settings = parseEnvironment(environment, process.env);
const table = settings[CATALOGUE_TABLE_VARIABLE];
const database = openDatabase(undefined, FOR_PUBLISHING);
const logger = new Logger();
const log = (event: string, details: Readonly<Record<string, unknown>>) => logger.info(event, { ...details });
const files = z.array(z.object({ path: z.string(), text: z.string() }));
const sourcesFile = z.object({ faq: files, locales: files, hash: z.string() });

async function provide() {
  const { hash, ...sources } = sourcesFile.parse(
    JSON.parse(await readFile(new URL('./sources.json', import.meta.url), 'utf8')),
  );
  const now = new Date();
  const compile = () => compileSources(sources, now.getUTCFullYear());
  const publication = await publish(database, table, { hash, compile, publishedAt: now.toISOString() });
  const { [EMBEDDING_MODEL_VARIABLE]: model } = settings;
  if (model)
    await publishVectors({ database, table }, { ...publication, model, embed: embedForPublishing(model), log });
  return { ...publication };
}

export const handler = customResourceHandler({
  provide,
  physicalId: 'catalogue',
  log,
});
