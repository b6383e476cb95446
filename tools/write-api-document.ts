/** Writes the description of the API into a folder, for the function that serves it and does not carry what makes it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENT_FILE } from '../functions/http/api-document.ts';
import { describedApp } from './described-app.ts';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: tsx tools/write-api-document.ts FOLDER');
  process.exit(2);
}
writeFileSync(join(folder, DOCUMENT_FILE), await (await describedApp().request('/v1/openapi.json')).text());
