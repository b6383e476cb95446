/** `npm run faq:schema`: writes `faq/schema/` from the parser's own definitions. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../read-content.ts';
import { jsonSchemas } from './json-schemas.ts';

mkdirSync(join(PROJECT_ROOT, 'faq/schema'), { recursive: true });
for (const { path, text } of jsonSchemas()) {
  writeFileSync(join(PROJECT_ROOT, 'faq', path), text);
  console.log(`faq/${path}`);
}
