/** Writes the compiled catalogue into a folder, for the function that answers when the table does not. */
import { mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { writeSnapshot } from '../functions/store/catalogue-snapshot.ts';
import { compiled, readSources } from './compiled.ts';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: tsx tools/write-snapshot.ts FOLDER');
  process.exit(2);
}
const sources = readSources();
mkdirSync(folder, { recursive: true });
writeSnapshot(pathToFileURL(`${folder}/`), { hash: sources.hash, ...compiled(sources) });
