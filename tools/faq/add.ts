/** `npm run faq:add -- ID`: adds the lines that were copied on the maintainers' page, pasted on standard input. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseContent } from '../../functions/catalogue/parse.ts';
import { PROJECT_ROOT, readContentFiles } from '../read-content.ts';
import { addPhrasings } from './add-phrasings.ts';
import { phrasingsPath } from './check-phrasings.ts';

const [id] = process.argv.slice(2);
const folder = join(PROJECT_ROOT, 'faq');
const content = parseContent(readContentFiles(folder));
if (!id || !content.phrasings.has(id)) {
  console.error(
    id ? `There is no entry ${id}.` : 'Usage: npm run faq:add -- ID, then paste the lines and end with Ctrl+D',
  );
  process.exit(2);
}
const path = phrasingsPath(id, content);
try {
  if (process.stdin.isTTY) console.error('Paste the lines, then press Enter and Ctrl+D.');
  const { text, added } = addPhrasings(readFileSync(join(folder, path), 'utf8'), readFileSync(0, 'utf8'));
  if (added > 0) writeFileSync(join(folder, path), text);
  console.log(`${added} added to faq/${path}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
