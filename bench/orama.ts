/** Orama: BM25 with a stemmer a language. */
import { create, insertMultiple, search, type Tokenizer } from '@orama/orama';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { type Engine, firstEntries, openByLocale } from './engine.ts';
import { words } from './words.ts';

const STEMMERS = new Map([
  ['en', english],
  ['nl', dutch],
]);
const MOST_RESULTS = 100;
/** Phrasings inserted between two pauses for the event loop; a pause helps a server, not a measurement. */
const BATCH = 10_000;

function tokenizer(locale: string): Tokenizer {
  const stem = STEMMERS.get(locale) ?? ((word: string) => word);
  return {
    language: locale,
    normalizationCache: new Map(),
    tokenize: (text) => [...new Set(words(text).map(stem))],
  };
}

/** One document a phrasing, exact terms: a document an entry and a tolerance of 1 lose 10 points and more. */
export const orama: Engine = {
  name: 'Orama',
  setting: 'Intl.Segmenter, its stemmers, tolerance 0, threshold 1',
  open: (phrasings) =>
    openByLocale(phrasings, async (own, locale) => {
      const index = create({
        schema: { entry: 'enum', text: 'string' },
        components: { tokenizer: tokenizer(locale) },
      });
      await insertMultiple(
        index,
        own.map(({ id, text }) => ({ entry: id, text })),
        BATCH,
      );
      return async (text) => {
        const { hits } = await search(index, { term: text, properties: ['text'], limit: MOST_RESULTS });
        return firstEntries(hits.map(({ document }) => String(document.entry)));
      };
    }),
};
