/** `npm run faq:new -- id --group using`: the files of a new entry, to be written. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseContent } from '../../functions/catalogue/parse.ts';
import { PROJECT_ROOT, readContentFiles } from '../read-content.ts';
import { scaffold } from './scaffold.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { group: { type: 'string' } } });
const [id] = positionals;
if (!id || !values.group) {
  console.error('Usage: npm run faq:new -- id --group using');
  process.exit(2);
}
const folder = join(PROJECT_ROOT, 'faq');
try {
  const today = new Date().toISOString().slice(0, 10);
  for (const { path, text } of scaffold({ id, group: values.group, today }, parseContent(readContentFiles(folder)))) {
    writeFileSync(join(folder, path), text, { flag: 'wx' });
    console.log(`faq/${path}`);
  }
  console.log('Write the texts, run npm run faq:check, read the languages side by side, then npm run faq:sign.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
