/** Writes the compiled catalogue into a folder, for the function that answers when the table does not. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SNAPSHOT_FILES } from '../functions/store/catalogue-snapshot.ts';
import { compiled, readSources } from './compiled.ts';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: tsx tools/write-snapshot.ts FOLDER');
  process.exit(2);
}
const sources = readSources();
const { matcher, ...content } = compiled(sources);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, SNAPSHOT_FILES.content), JSON.stringify({ hash: sources.hash, ...content }));
writeFileSync(join(folder, SNAPSHOT_FILES.matcher), matcher);
