import { describe, expect, it } from 'vitest';
import { confidenceOf } from '../../functions/matching/calibration.ts';
import { rank, rankingOf } from '../../functions/matching/matcher.ts';
import { handMadeMatcher } from './hand-made-matcher.ts';

const matcher = handMadeMatcher({
  classes: ['@far', '@greeting', 'leaves', 'pot', 'water'],
  pulls: {
    'stem pot': { pot: 2, water: 1 },
    'stem plant': { leaves: 1, pot: 1 },
    'stem hello': { '@greeting': 3, '@far': 1 },
    'han2 花盆': { pot: 2 },
  },
});
const known = (text: string) => rank(text, 'en', matcher).known;
const length = (text: string) => rank(text, 'en', matcher).length;

describe('a ranking', () => {
  it('has entries and intents apart, each by the share of e to the power of its score, best first', () => {
    const { entries, intents } = rank('pot', 'en', matcher);
    const all = Math.exp(2) + Math.exp(1) + 3;
    expect(entries).toEqual([
      { id: 'pot', probability: expect.closeTo(Math.exp(2) / all, 6) },
      { id: 'water', probability: expect.closeTo(Math.exp(1) / all, 6) },
      { id: 'leaves', probability: expect.closeTo(1 / all, 6) },
    ]);
    expect(intents.map(({ id }) => id)).toEqual(['@far', '@greeting']);
  });

  it('has the surest intent first too', () => {
    expect(rank('hello', 'en', matcher).intents.map(({ id }) => id)).toEqual(['@greeting', '@far']);
  });

  it('is as sure of its first entry as the calibration makes of all of it', () => {
    const ranking = rank('pot hello', 'en', matcher);
    expect(ranking.confidence).toBe(confidenceOf(ranking, matcher.calibration));
    expect(ranking.confidence).toBeGreaterThan(0);
  });

  it('gives a class without a probability none', () => {
    const { entries } = rankingOf(Float64Array.of(0.1, 0.2, 0.3, 0.4), { known: 1, length: 1 }, matcher);
    expect(entries).toEqual([
      { id: 'pot', probability: 0.4 },
      { id: 'leaves', probability: 0.3 },
      { id: 'water', probability: 0 },
    ]);
  });
});

describe('the share of a text that is known', () => {
  it.each([
    ['pot plant', 1],
    ['pot qwx', 0.5],
    ['qwx', 0],
    ['', 0],
    ['花盆', 1],
    ['花盆大', 0.75],
    ['pot 红花盆', 1 - 0.5 / 3],
  ])('counts its words, and its pairs of characters by half: "%s"', (text, share) => {
    expect(known(text)).toBeCloseTo(share, 9);
  });

  it('leaves out words that only small talk has', () => {
    expect(known('hello pot')).toBe(0.5);
  });

  it('is told by the terms that some entry has a weight for', () => {
    expect(['hello', 'hello pot'].map(known)).toEqual([0, 0.5]);
  });
});

describe('the length of a text', () => {
  it.each([
    ['x'.repeat(30), 0.5],
    ['x'.repeat(60), 1],
    ['x'.repeat(500), 1],
    ['花'.repeat(12), 0.5],
    ['花'.repeat(6) + 'x'.repeat(15), 0.5],
    ['', 0],
  ])('is a share of a long sentence, a Chinese character as two and a half letters: %s', (text, share) => {
    expect(length(text)).toBeCloseTo(share, 9);
  });
});
