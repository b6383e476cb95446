/** Writes everything a catalogue is made from into one JSON file, for the function that publishes on deployment. */
import { writeFileSync } from 'node:fs';
import { readSources } from './compiled.ts';

const [path] = process.argv.slice(2);
if (!path) {
  console.error('Usage: tsx tools/write-sources.ts FILE.json');
  process.exit(2);
}
writeFileSync(path, JSON.stringify(readSources()));
