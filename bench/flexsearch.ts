/** FlexSearch: a full-text index without term weights, made for speed. */
import { Index } from 'flexsearch';
import { type Engine, firstEntries, openByLocale } from './engine.ts';
import { words } from './words.ts';

const MOST_RESULTS = 100;

/** Whole words; prefixes (`forward`), substrings (`full`) and bigrams were not better on the public sets. */
export const flexSearch: Engine = {
  name: 'FlexSearch',
  setting: 'Intl.Segmenter, whole words, suggest',
  open: (phrasings) =>
    openByLocale(phrasings, (own) => {
      const index = new Index({ tokenize: 'strict', encode: words });
      own.forEach(({ text }, key) => {
        index.add(key, text);
      });
      return (text) =>
        firstEntries(
          index.search(text, { limit: MOST_RESULTS, suggest: true }).map((key) => own[Number(key)]?.id ?? ''),
        );
    }),
};
