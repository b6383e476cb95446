/** `npm run catalogue:rollback [-- --table NAME] [--to VERSION]`: makes an earlier version of the catalogue current. */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { rollBack } from '../functions/store/roll-back.ts';
import { openCatalogueTable } from './catalogue-table.ts';

const versionNumber = z.coerce.number('--to takes the number of a version').int().positive().optional();

try {
  const { values } = parseArgs({ options: { table: { type: 'string' }, to: { type: 'string' } } });
  const wanted = versionNumber.parse(values.to);
  const { database, table, place, close } = await openCatalogueTable(values.table, process.env);
  try {
    const { from, to } = await rollBack(database, table, {
      at: new Date().toISOString(),
      ...(wanted !== undefined && { to: wanted }),
    });
    console.log(`Version ${to} is current in ${place}, instead of ${from}.`);
  } finally {
    await close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
