/** Writes the strings of `locales/zh-Hant` from the Simplified ones: `npm run locales:traditional`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { traditionalWriter } from '../functions/catalogue/traditional.ts';
import { PROJECT_ROOT } from './read-content.ts';

/** Visitors' strings, and those of the maintainers' page: apart, so that the API's function does not carry the latter. */
const STRING_FILES = ['strings.json', 'maintainers.json'] as const;

/** Returns the text of the Traditional strings file that belongs to the Simplified one. */
export function traditionalStrings(file: (typeof STRING_FILES)[number] = 'strings.json'): string {
  const terms = z
    .record(z.string(), z.string())
    .parse(parse(readFileSync(join(PROJECT_ROOT, 'locales/zh-Hant/terms.yaml'), 'utf8')));
  const write = traditionalWriter(new Map(Object.entries(terms)));
  const strings: unknown = JSON.parse(readFileSync(join(PROJECT_ROOT, 'locales/zh', file), 'utf8'));
  return `${JSON.stringify(strings, (_, value) => (typeof value === 'string' ? write(value) : value), 2)}\n`;
}

if (import.meta.url === `file://${process.argv[1]}`) {
  for (const file of STRING_FILES) writeFileSync(join(PROJECT_ROOT, 'locales/zh-Hant', file), traditionalStrings(file));
}
