import { describe, expect, it } from 'vitest';
import { buildCentroids } from '../../functions/matching/centroids.ts';
import { EMPTY_LEXICON } from '../../functions/matching/lexicon.ts';
import { scoresOf, vectorOf } from '../../functions/matching/linear.ts';
import { buildVocabulary } from '../../functions/matching/vocabulary.ts';

const examples = [
  { text: 'yellow leaves', locale: '', label: 0 },
  { text: 'my leaves turn yellow', locale: '', label: 0 },
  { text: 'how much water', locale: '', label: 1 },
  { text: 'water the plant', locale: '', label: 1 },
  { text: 'plant pot size', locale: '', label: 2 },
];
const vocabulary = buildVocabulary(examples, EMPTY_LEXICON, {
  kindWeights: [0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
  leastExamples: 1,
  rarity: { classes: 1, examples: 0 },
});
const scoresFor = (text: string, leastWeight = 0) =>
  [
    ...scoresOf(
      vectorOf({ text, locale: '' }, EMPTY_LEXICON, vocabulary),
      buildCentroids(examples, 3, vocabulary, EMPTY_LEXICON, leastWeight),
    ),
  ] as const;

describe('the centroids of classes', () => {
  it('score a text by the cosine with what the class says, times forty', () => {
    const [leaves = 0, water, pot] = scoresFor('yellow leaves');
    expect(leaves).toBeGreaterThan(30);
    expect(leaves).toBeLessThanOrEqual(40.5);
    expect([water, pot]).toEqual([0, 0]);
  });

  it('share a word that two classes have by how much of each it is', () => {
    const [leaves = 0, water = 0, pot = 0] = scoresFor('plant');
    expect(leaves).toBe(0);
    expect(water).toBeGreaterThan(0);
    expect(pot).toBeGreaterThan(0);
    expect(scoresFor('water')[1]).toBeGreaterThan(water);
  });

  it('forget words that are too small a part of their class', () => {
    expect(scoresFor('yellow leaves', 0.99)).toEqual([0, 0, 0]);
  });

  it('leave a class without examples at nothing', () => {
    const weights = buildCentroids(examples, 4, vocabulary, EMPTY_LEXICON, 0);
    expect(scoresOf(vectorOf({ text: 'water', locale: '' }, EMPTY_LEXICON, vocabulary), weights)[3]).toBe(0);
  });
});
