/** Compiles `faq/` and `locales/` once, and keeps the result on disk until a file or the compiler changes. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type Compiled, compileSources, type SourceFiles } from '../functions/catalogue/compile-sources.ts';
import { contentHash } from '../functions/store/publish.ts';
import { PROJECT_ROOT, readContentFiles } from './read-content.ts';

const CACHE_FOLDER = join(PROJECT_ROOT, '.cache');
const CODE_FOLDERS = ['functions/catalogue', 'functions/matching'];

export interface Sources extends SourceFiles {
  readonly hash: string;
}

/** Reads everything a catalogue is made from, and its hash. */
export function readSources(faqFolder = join(PROJECT_ROOT, 'faq')): Sources {
  const faq = readContentFiles(faqFolder);
  const locales = readContentFiles(join(PROJECT_ROOT, 'locales'));
  const code = CODE_FOLDERS.flatMap((folder) => readContentFiles(join(PROJECT_ROOT, folder), '.ts'));
  const hash = contentHash([...faq, ...locales], contentHash(code, ''));
  return { faq, locales, hash };
}

/** Returns where the catalogue that is compiled from such sources is kept. */
export function compiledPath(hash: string): string {
  return join(CACHE_FOLDER, `catalogue-${hash}.bin`);
}

/** Returns the compiled catalogue of the project, from disk when nothing changed since. */
export function compiled(sources: Sources = readSources()): Compiled {
  const path = compiledPath(sources.hash);
  if (existsSync(path)) return deserialize(readFileSync(path)) as Compiled;
  const result = compileSources(sources, new Date().getUTCFullYear());
  mkdirSync(CACHE_FOLDER, { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, serialize(result));
  renameSync(unfinished, path);
  return result;
}
