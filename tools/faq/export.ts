/** `npm run faq:export -- --format xlsx|csv [--out NAME]`: the content as sheets for translators who do not use git. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseContent } from '../../functions/catalogue/parse.ts';
import { PROJECT_ROOT, readContentFiles } from '../read-content.ts';
import { sheetsOf } from './export-sheets.ts';
import { FORMATS, writeSheets } from './workbook.ts';

const { values } = parseArgs({
  options: { format: { type: 'string' }, out: { type: 'string', default: 'faq-export' } },
});
const format = FORMATS.find((one) => one === values.format);
if (!format) {
  console.error(`Usage: npm run faq:export -- --format ${FORMATS.join('|')} [--out NAME]`);
  process.exit(2);
}
const sheets = sheetsOf(parseContent(readContentFiles(join(PROJECT_ROOT, 'faq'))));
const base = values.out.replace(/\.(?:xlsx|csv)$/, '');
for (const path of await writeSheets(sheets, base, format)) console.log(path);
