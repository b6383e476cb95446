import { describe, expect, it } from 'vitest';
import { withoutCourtesy } from '../../functions/conversation/courtesy.ts';
import type { Ranked } from '../../functions/matching/matcher.ts';
import { handMadeMatcher } from '../matching/hand-made-matcher.ts';

const CLASSES = ['@far', '@goodbye', '@greeting', '@identity', '@thanks', 'pot', 'water'];
const matcher = handMadeMatcher({ classes: CLASSES, pulls: {} });

/** Returns what remains of probabilities by class. */
function left(probabilities: Readonly<Record<string, number>>) {
  const ranked = Object.entries(probabilities).map(([id, probability]): Ranked => ({ id, probability }));
  const best = ranked.toSorted((a, b) => b.probability - a.probability);
  const before = {
    entries: best.filter(({ id }) => !id.startsWith('@')),
    intents: best.filter(({ id }) => id.startsWith('@')),
    known: 1,
    length: 0.5,
    confidence: 0.4,
  };
  const after = withoutCourtesy(before, matcher);
  const of = (id: string) => [...after.entries, ...after.intents].find((one) => one.id === id)?.probability;
  return { isAsBefore: after === before, after, of };
}

describe('a question with a greeting or thanks around it', () => {
  it('is as sure as without, and what remains is shared as before', () => {
    const { after, of } = left({ water: 0.4, '@thanks': 0.3, '@goodbye': 0.1, '@greeting': 0.1, '@far': 0.1 });
    expect(of('water')).toBeCloseTo(0.8);
    expect(of('@far')).toBeCloseTo(0.2);
    expect(after.confidence).toBeCloseTo(0.8);
    expect([of('@thanks'), of('@goodbye'), of('@greeting')]).toEqual([0, 0, 0]);
    expect(after).toMatchObject({ known: 1, length: 0.5 });
  });

  it('is a question from one in five on', () => {
    expect(left({ water: 0.2, '@thanks': 0.8 }).of('water')).toBeCloseTo(1);
    expect(left({ water: 0.19, '@thanks': 0.81 }).isAsBefore).toBe(true);
  });

  it('is left as it is with little courtesy in it, or with other small talk', () => {
    expect(left({ water: 0.6, pot: 0.31, '@thanks': 0.09 }).isAsBefore).toBe(true);
    expect(left({ water: 0.5, '@identity': 0.5 }).isAsBefore).toBe(true);
  });
});
