/** Fuse.js, as a fuzzy search over whole questions and as its token search. */
import Fuse, { type IFuseOptions } from 'fuse.js';
import { type Engine, firstEntries, openByLocale, type Phrasing } from './engine.ts';
import { words } from './words.ts';

/** Enough phrasings to hold three different entries, and far cheaper than sorting all. */
const MOST_RESULTS = 100;

function fuse(name: string, setting: string, options: IFuseOptions<Phrasing>): Engine {
  return {
    name,
    setting,
    open: (phrasings) =>
      openByLocale(phrasings, (own) => {
        const index = new Fuse(own, { keys: ['text'], ...options });
        return (text) => firstEntries(index.search(text, { limit: MOST_RESULTS }).map(({ item }) => item.id));
      }),
  };
}

export const fusePlain = fuse('Fuse.js', 'ignoreLocation, threshold 0.6', { ignoreLocation: true, threshold: 0.6 });

export const fuseTokens = fuse('Fuse.js token search', 'Intl.Segmenter, threshold 0.3', {
  useTokenSearch: true,
  tokenize: words,
  threshold: 0.3,
});
