/** Writes `locales/zh-Hant/strings.json` from the Simplified one: `npm run locales:traditional`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { traditionalWriter } from '../functions/catalogue/traditional.ts';
import { PROJECT_ROOT } from './read-content.ts';

/** Returns the text of the Traditional strings file that belongs to the Simplified one. */
export function traditionalStrings(): string {
  const terms = z
    .record(z.string(), z.string())
    .parse(parse(readFileSync(join(PROJECT_ROOT, 'locales/zh-Hant/terms.yaml'), 'utf8')));
  const write = traditionalWriter(new Map(Object.entries(terms)));
  const strings: unknown = JSON.parse(readFileSync(join(PROJECT_ROOT, 'locales/zh/strings.json'), 'utf8'));
  return `${JSON.stringify(strings, (_, value) => (typeof value === 'string' ? write(value) : value), 2)}\n`;
}

if (import.meta.url === `file://${process.argv[1]}`) {
  writeFileSync(join(PROJECT_ROOT, 'locales/zh-Hant/strings.json'), traditionalStrings());
}
