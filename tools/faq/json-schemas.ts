/** The JSON Schemas by which an editor's program completes and checks the content files while they are written. */
import * as z from 'zod';
import {
  devicesFile,
  entryFile,
  followUpsFile,
  operatorsFile,
  phrasingsFile,
  sourcesFile,
  supportFile,
} from '../../functions/catalogue/content.ts';
import type { ContentFile } from '../../functions/catalogue/parse.ts';

const SCHEMAS = {
  entry: entryFile,
  phrasings: phrasingsFile,
  'follow-ups': followUpsFile,
  sources: sourcesFile,
  support: supportFile,
  operators: operatorsFile,
  devices: devicesFile,
} as const;

/** Returns the schema files, paths below `faq/`. */
export function jsonSchemas(): readonly ContentFile[] {
  return Object.entries(SCHEMAS).map(([name, schema]) => {
    // Input: what has a default may be left out of a file.
    const json = z.toJSONSchema(schema, { io: 'input' });
    return { path: `schema/${name}.schema.json`, text: `${JSON.stringify(json, null, 2)}\n` };
  });
}
