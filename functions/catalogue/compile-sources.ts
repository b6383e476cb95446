/** Compiles the files of `faq/` and `locales/` into what is published. Pure: the same files give the same bytes. */
import { parse } from 'yaml';
import * as z from 'zod';
import { writeMatcher } from '../matching/codec.ts';
import type { PublishedCatalogue } from './catalogue.ts';
import { compileCatalogue } from './compile.ts';
import { WRITTEN_LOCALES } from './content.ts';
import { type ContentFile, parseContent } from './parse.ts';
import { followUpsOf, type LanguageKnowledge, phrasingsOf, trainMatcher } from './train-matcher.ts';

/** Files below `faq/` and `locales/`, paths relative to those folders. */
export interface SourceFiles {
  readonly faq: readonly ContentFile[];
  readonly locales: readonly ContentFile[];
}

export interface Compiled extends PublishedCatalogue {
  readonly matcher: Uint8Array;
}

/** Compiles the sources; holidays are listed from `year` on. Throws a ContentError that lists what is wrong in the files. */
export function compileSources({ faq, locales }: SourceFiles, year: number): Compiled {
  const content = parseContent(faq);
  const phrasings = [...phrasingsOf(content), ...followUpsOf(content)];
  const matcher = trainMatcher(phrasings, { ...languageKnowledge(locales), ...calibrationIn(faq) });
  const terms = z.record(z.string(), z.string()).parse(yamlOf(locales, 'zh-Hant/terms.yaml') ?? {});
  return { ...compileCatalogue(content, new Map(Object.entries(terms)), year), matcher: writeMatcher(matcher) };
}

/** Returns what the lexicons and the asides in `locales/` tell the trainer. */
export function languageKnowledge(locales: readonly ContentFile[]): LanguageKnowledge {
  const list = z.array(z.string());
  const lists = z.record(z.string(), list);
  const others = lists.parse(yamlOf(locales, 'other-languages.yaml') ?? {});
  const concepts: Record<string, string[]> = {};
  for (const file of locales.filter(({ path }) => path.endsWith('/lexicon.yaml'))) {
    for (const [concept, terms] of Object.entries(lists.parse(parse(file.text)))) {
      concepts[concept] = [...(concepts[concept] ?? []), ...terms];
    }
  }
  const asides = Object.fromEntries(
    WRITTEN_LOCALES.map((locale) => [locale, list.parse(yamlOf(locales, `${locale}/asides.yaml`) ?? [])]),
  );
  return { otherLanguages: Object.values(others).flat(), concepts, asides };
}

/** The calibration belongs to the phrasings: `npm run eval:voices -- --fit` writes it. */
function calibrationIn(faq: readonly ContentFile[]): Pick<LanguageKnowledge, 'calibration'> {
  const weights = yamlOf(faq, 'calibration.yaml');
  return weights === undefined ? {} : { calibration: z.array(z.number()).parse(weights) };
}

/** Returns what a YAML file holds, undefined where there is no such file. */
function yamlOf(files: readonly ContentFile[], path: string): unknown {
  const file = files.find((one) => one.path === path);
  return file && parse(file.text);
}
