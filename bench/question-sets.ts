/** What is asked of whom: our own catalogue with development questions, and any set of labelled utterances. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { languageKnowledge } from '../functions/catalogue/compile-sources.ts';
import { parseContent } from '../functions/catalogue/parse.ts';
import { type LanguageKnowledge, phrasingsOf } from '../functions/catalogue/train-matcher.ts';
import { INTENT_MARK } from '../functions/matching/matcher.ts';
import { parseQuestions } from '../tools/evaluate.ts';
import { PROJECT_ROOT, readContentFiles } from '../tools/read-content.ts';
import { groupBy, type Phrasing } from './engine.ts';
import { NO_KNOWLEDGE } from './simtolk.ts';

/** A question with the entries that answer it. */
export interface Question {
  readonly locale: string;
  readonly ids: readonly string[];
  readonly text: string;
}

/** Phrasings to learn from and questions to ask. */
export interface QuestionSet {
  readonly name: string;
  readonly phrasings: readonly Phrasing[];
  readonly questions: readonly Question[];
  /** What our engine may use besides the phrasings. */
  readonly knowledge: LanguageKnowledge;
}

/** Returns all phrasings of the project's catalogue, and what its lexicons know. */
export function readCatalogue(): Pick<QuestionSet, 'phrasings' | 'knowledge'> {
  const content = parseContent(readContentFiles(join(PROJECT_ROOT, 'faq')));
  const locales = readContentFiles(join(PROJECT_ROOT, 'locales'));
  return { phrasings: phrasingsOf(content), knowledge: languageKnowledge(locales) };
}

/** Returns the catalogue with the questions of a TSV file (the columns of `npm run eval`) that an entry answers. */
export function catalogueSet(path: string): QuestionSet {
  const questions = parseQuestions(readFileSync(path, 'utf8'))
    .filter(({ ids, kind }) => ids[0] !== '-' && !ids[0]?.startsWith(INTENT_MARK) && kind !== 'agent')
    .map(({ language, ids, text }) => ({ locale: language, ids, text }));
  return { name: `our catalogue, ${basename(path)}`, questions, ...readCatalogue() };
}

const utterance = z.object({
  lang: z.string(),
  intent: z.string(),
  split: z.enum(['train', 'test']),
  text: z.string(),
});
type Utterance = z.infer<typeof utterance>;

/**
 * Returns one set a language of a JSONL file of `{lang, intent, split, text}`: the first `mostExamples` train
 * utterances of an intent are its phrasings, the test utterances are asked. Throws where a line has another shape.
 */
export function utteranceSets(path: string, mostExamples: number): readonly QuestionSet[] {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  const utterances = lines.map((line) => utterance.parse(JSON.parse(line)));
  return [...groupBy(utterances, ({ lang }) => lang)].map(([language, own]) => ({
    name: `${basename(path)}, ${language}, ${mostExamples === Infinity ? 'all' : `the first ${mostExamples}`} examples`,
    phrasings: firstOfEachIntent(
      own.filter(({ split }) => split === 'train'),
      mostExamples,
    ),
    questions: own
      .filter(({ split }) => split === 'test')
      .map(({ lang, intent, text }) => ({ locale: lang, ids: [intent], text })),
    knowledge: NO_KNOWLEDGE,
  }));
}

function firstOfEachIntent(train: readonly Utterance[], mostExamples: number): readonly Phrasing[] {
  return [...groupBy(train, ({ intent }) => intent).values()]
    .flatMap((examples) => examples.slice(0, mostExamples))
    .map(({ lang, intent, text }) => ({ id: intent, locale: lang, text }));
}
