/** `npm run faq:sign -- id …` or `-- --all`: you have read the languages of these entries side by side. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseContent } from '../../functions/catalogue/parse.ts';
import { PROJECT_ROOT, readContentFiles } from '../read-content.ts';
import { signedText } from './sign-entry.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean' } } });
const folder = join(PROJECT_ROOT, 'faq');
const files = readContentFiles(folder);
const { entries } = parseContent(files);
const ids = values.all ? [...entries.keys()] : positionals;
const unknown = ids.filter((id) => !entries.has(id));
if (ids.length === 0 || unknown.length > 0) {
  console.error(
    unknown.length > 0 ? `There is no entry ${unknown.join(', ')}.` : 'Usage: npm run faq:sign -- id … | --all',
  );
  process.exit(2);
}
for (const id of ids) {
  const path = `${entries.get(id)?.group}/${id}.yaml`;
  const text = files.find((file) => file.path === path)?.text ?? '';
  const signed = signedText(text);
  if (signed !== text) writeFileSync(join(folder, path), signed);
  console.log(`${id}: ${signed === text ? 'was signed already' : 'signed'}`);
}
