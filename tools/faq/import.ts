/** `npm run faq:import -- FILE …`: takes over what translators changed in an export; writes all of it or nothing. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT_ROOT, readContentFiles } from '../read-content.ts';
import { importSheets } from './import-sheets.ts';
import { readSheets } from './workbook.ts';

const { positionals } = parseArgs({ allowPositionals: true });
if (positionals.length === 0) {
  console.error('Usage: npm run faq:import -- FILE.xlsx | FILE-entries.csv FILE-phrasings.csv');
  process.exit(2);
}
const folder = join(PROJECT_ROOT, 'faq');
try {
  const sheets = (await Promise.all(positionals.map(readSheets))).flat();
  const changes = importSheets(sheets, readContentFiles(folder));
  for (const { path, text } of changes) {
    writeFileSync(join(folder, path), text);
    console.log(`faq/${path}`);
  }
  console.log(
    `${changes.length} files changed. Next: npm run faq:check, then npm run faq:sign for what you have read.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error('Nothing was changed.');
  process.exit(1);
}
