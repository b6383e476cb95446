import { describe, expect, it } from 'vitest';
import { explain } from '../../functions/matching/explain.ts';
import { handMadeMatcher } from './hand-made-matcher.ts';

const matcher = handMadeMatcher({
  classes: ['@far', 'leaves', 'pot', 'water'],
  pulls: {
    'stem plant': { leaves: 1, pot: 0.5 },
    'stem pot': { pot: 2, water: -0.5 },
    'stem tap': { pot: -6 },
    'han2 花盆': { pot: 1 },
  },
});
const repeated = 1 + Math.log(2);
const length = Math.hypot(repeated, 1);

describe('the explanation of a ranking', () => {
  it('has each term with its share of the text and its pull on the best entries, in their order', () => {
    const { ranking, terms } = explain('Plant: pot, POT!', 'en', matcher);
    expect(ranking.entries.map(({ id }) => id)).toEqual(['pot', 'leaves', 'water']);
    expect(terms).toEqual([
      {
        term: 'pot',
        kind: 'stem',
        count: 2,
        weight: expect.closeTo((repeated / length) ** 2, 6),
        pulls: [
          { id: 'pot', score: expect.closeTo((2 * repeated) / length, 6) },
          { id: 'leaves', score: 0 },
          { id: 'water', score: expect.closeTo((-0.5 * repeated) / length, 6) },
        ],
      },
      {
        term: 'plant',
        kind: 'stem',
        count: 1,
        weight: expect.closeTo(1 / length ** 2, 6),
        pulls: [
          { id: 'pot', score: expect.closeTo(0.5 / length, 6) },
          { id: 'leaves', score: expect.closeTo(1 / length, 6) },
          { id: 'water', score: 0 },
        ],
      },
    ]);
  });

  it('has first what decided most, against an entry too', () => {
    expect(explain('pot plant tap', 'en', matcher).terms.map(({ term }) => term)).toEqual(['tap', 'pot', 'plant']);
  });

  it('names once each word and pair of characters that no phrasing has, in the order of the text', () => {
    expect(explain('xyz pot qwx qwx 花盆大', 'en', matcher).unknown).toEqual(['xyz', 'qwx', '盆大']);
  });

  it('shows the text as the matcher read it', () => {
    const folding = handMadeMatcher({ classes: ['pot'], pulls: {}, lexicon: { folds: '盤盘' } });
    expect(explain('POT… 盤', 'en', folding).normalised).toBe('pot 盘');
  });

  it('names the words that were read as others', () => {
    const lexicon = { spelling: { en: ['', '', '', '', '', '', 'plant'] } };
    const spelling = handMadeMatcher({ classes: ['pot'], pulls: { 'stem plant': { pot: 1 } }, lexicon });
    const { corrections, terms, unknown, normalised } = explain('Palnt, qwx plant', 'en', spelling);
    expect(corrections).toEqual([{ from: 'palnt', to: 'plant' }]);
    expect(terms.map(({ term, count }) => [term, count])).toEqual([['plant', 2]]);
    expect(unknown).toEqual(['qwx']);
    expect(normalised).toBe('palnt qwx plant');
    expect(explain('Palnt', 'nl', spelling).corrections).toEqual([]);
  });

  it('is empty for an empty text', () => {
    expect(explain('', 'en', matcher)).toMatchObject({ normalised: '', terms: [], unknown: [] });
    expect(explain('qwx', 'en', matcher).terms).toEqual([]);
  });

  it('leaves out terms of a kind that weighs nothing', () => {
    const vocabulary = { ...matcher.vocabulary, kindWeights: [] };
    expect(explain('pot', 'en', { ...matcher, vocabulary }).terms).toEqual([]);
  });

  it('shows forty terms and five entries at most', () => {
    const classes = ['a', 'b', 'c', 'd', 'e', 'f'];
    const words = Array.from({ length: 45 }, (_, at) => `w${at}`);
    const pulls = Object.fromEntries(words.map((word) => [`stem ${word}`, { a: 1 }]));
    const { terms } = explain(words.join(' '), 'en', handMadeMatcher({ classes, pulls }));
    expect(terms).toHaveLength(40);
    expect(terms[0]?.pulls).toHaveLength(5);
  });
});
