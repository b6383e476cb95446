/** Reads the content folder and what the languages' lexicons hold, from disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ContentFile } from '../functions/catalogue/parse.ts';

export const PROJECT_ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Returns every file below the folder with that ending, in a stable order, paths relative to it. */
export function readContentFiles(folder: string, ending = '.yaml'): readonly ContentFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && item.name.endsWith(ending))
    .map((item) => join(item.parentPath, item.name))
    .sort()
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}
