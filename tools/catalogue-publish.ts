/** `npm run catalogue:publish [-- --table NAME]`: publishes `faq/` without a deployment. */
import { parseArgs } from 'node:util';
import { publish } from '../functions/store/publish.ts';
import { openCatalogueTable } from './catalogue-table.ts';
import { compiled, readSources } from './compiled.ts';

try {
  const { values } = parseArgs({ options: { table: { type: 'string' } } });
  const { database, table, place, close } = await openCatalogueTable(values.table, process.env);
  try {
    const sources = readSources();
    const { version, changed } = await publish(database, table, {
      hash: sources.hash,
      compile: () => compiled(sources),
      publishedAt: new Date().toISOString(),
    });
    console.log(
      changed ? `Published version ${version} in ${place}.` : `Version ${version} in ${place} holds the same content.`,
    );
  } finally {
    await close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
