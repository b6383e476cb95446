/** `npm run catalogue:publish [-- --table NAME]`: publishes `faq/` without a deployment. */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { embedForPublishing, publishVectors } from '../functions/embeddings/publish-vectors.ts';
import { EMBEDDING_MODELS } from '../functions/embeddings/variables.ts';
import { parseEnvironment } from '../functions/settings.ts';
import { publish } from '../functions/store/publish.ts';
import { openCatalogueTable } from './catalogue-table.ts';
import { compiled, readSources } from './compiled.ts';

const environment = z.object({ EMBEDDING_MODEL: z.enum(EMBEDDING_MODELS).optional() });

try {
  const { values } = parseArgs({ options: { table: { type: 'string' } } });
  const { database, table, place, close } = await openCatalogueTable(values.table, process.env);
  try {
    const sources = readSources();
    const log = (event: string, details: object) => console.error(event, details);
    const { version, changed } = await publish(database, table, {
      hash: sources.hash,
      compile: () => compiled(sources),
      publishedAt: new Date().toISOString(),
    });
    console.log(
      changed ? `Published version ${version} in ${place}.` : `Version ${version} in ${place} holds the same content.`,
    );
    const { EMBEDDING_MODEL: model } = parseEnvironment(environment, process.env);
    if (model) {
      const published = await publishVectors(
        { database, table },
        { version, model, embed: embedForPublishing(model), log },
      );
      console.log(published ? `Version ${version} has its vectors.` : `Version ${version} has no vectors.`);
    }
  } finally {
    await close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
