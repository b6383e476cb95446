/** Finds the questions that match what is typed, by Fuse.js: typo-tolerant, in any order, Chinese by its words. */
import Fuse from 'fuse.js';
import type { TypeAhead } from '../widget/lazy-modules.ts';

const MOST = 4;
/** Fuse.js distance (0 exact, 1 anything): beyond it, questions have little to do with what is typed. */
const LARGEST_DISTANCE = 0.4;

export const questionFinder: TypeAhead['questionFinder'] = (entries, locale) => {
  const words = new Intl.Segmenter(locale, { granularity: 'word' });
  const tokenize = (text: string) =>
    [...words.segment(text.toLowerCase())].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
  const fuse = new Fuse(entries, {
    keys: ['question'],
    threshold: LARGEST_DISTANCE,
    ignoreLocation: true,
    ignoreDiacritics: true,
    useTokenSearch: true,
    tokenize,
  });
  return (typed) => fuse.search(typed.trim(), { limit: MOST }).map(({ item: { id, question } }) => ({ id, question }));
};
