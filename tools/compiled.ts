/** Compiles `faq/` and `locales/` once, and keeps the result on disk until a file or the compiler changes. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { parse } from 'yaml';
import * as z from 'zod';
import { compileCatalogue } from '../functions/catalogue/compile.ts';
import { type ContentFile, parseContent } from '../functions/catalogue/parse.ts';
import { type LanguageKnowledge, phrasingsOf, trainMatcher } from '../functions/catalogue/train-matcher.ts';
import { writeMatcher } from '../functions/matching/codec.ts';
import { type Compiled, contentHash } from '../functions/store/publish.ts';
import { PROJECT_ROOT, readContentFiles } from './read-content.ts';

const CACHE_FOLDER = join(PROJECT_ROOT, '.cache');
const CODE_FOLDERS = ['functions/catalogue', 'functions/matching'];

export interface Sources {
  readonly faq: readonly ContentFile[];
  readonly locales: readonly ContentFile[];
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

/** Compiles the sources. Throws a ContentError that lists what is wrong in the files. */
export function compileSources({ faq, locales }: Sources): Compiled {
  const content = parseContent(faq);
  const matcher = trainMatcher(phrasingsOf(content), languageKnowledge(locales));
  const terms = z.record(z.string(), z.string()).parse(parse(textOf(locales, 'zh-Hant/terms.yaml')));
  return {
    ...compileCatalogue(content, new Map(Object.entries(terms)), new Date().getUTCFullYear()),
    matcher: writeMatcher(matcher),
  };
}

/** Returns what the lexicons in `locales/` tell the trainer. */
export function languageKnowledge(locales: readonly ContentFile[]): LanguageKnowledge {
  const others = z.record(z.string(), z.array(z.string())).parse(parse(textOf(locales, 'other-languages.yaml')));
  const concepts: Record<string, string[]> = {};
  for (const file of locales.filter(({ path }) => path.endsWith('/lexicon.yaml'))) {
    const lexicon = z.record(z.string(), z.array(z.string())).parse(parse(file.text));
    for (const [concept, terms] of Object.entries(lexicon))
      concepts[concept] = [...(concepts[concept] ?? []), ...terms];
  }
  return { otherLanguages: Object.values(others).flat(), concepts };
}

/** Returns the compiled catalogue of the project, from disk when nothing changed since. */
export function compiled(sources: Sources = readSources()): Compiled {
  const path = join(CACHE_FOLDER, `catalogue-${sources.hash}.bin`);
  if (existsSync(path)) return deserialize(readFileSync(path)) as Compiled;
  const result = compileSources(sources);
  mkdirSync(CACHE_FOLDER, { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, serialize(result));
  renameSync(unfinished, path);
  return result;
}

function textOf(files: readonly ContentFile[], path: string): string {
  return files.find((file) => file.path === path)?.text ?? '{}';
}
