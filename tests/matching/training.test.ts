import { describe, expect, it } from 'vitest';
import { hashTerm } from '../../functions/matching/fnv.ts';
import { EMPTY_LEXICON } from '../../functions/matching/lexicon.ts';
import { startsOf, termOf } from '../../functions/matching/linear.ts';
import { TERM_KINDS } from '../../functions/matching/terms.ts';
import { type TrainingOptions, trainClassifier } from '../../functions/matching/train.ts';
import { buildVocabulary, type Example } from '../../functions/matching/vocabulary.ts';

/** In the order of their hashes. */
const WORDS = ['soil', 'vase', 'tap'];
const hashes = Uint32Array.from(WORDS, (word) => hashTerm(0, word));
const vocabulary = {
  hashes,
  starts: startsOf(hashes),
  rarities: new Float32Array(WORDS.length).fill(1),
  kindWeights: [1],
};
const examplesOf = (...all: readonly (readonly [string, number])[]): readonly Example[] =>
  all.map(([text, label]) => ({ text, label, locale: 'en' }));
const OPTIONS: TrainingOptions = { epochs: 1, averaged: 1, learningRate: 1, dropout: 0, inertia: 0.25, leastWeight: 0 };
const train = (examples: readonly Example[], options: Partial<TrainingOptions> = {}, classCount = 2) =>
  trainClassifier(examples, classCount, vocabulary, EMPTY_LEXICON, { ...OPTIONS, ...options });
const GARDEN = examplesOf(['soil vase', 0], ['vase vase tap', 1], ['tap', 2], ['soil tap', 2], ['soil soil', 0]);

describe('training', () => {
  const first = 0.5 / Math.sqrt(0.25 + 0.25);

  it('moves a weight by the error, over the root of the squares so far', () => {
    const { offsets, classes, values, scale, bias } = train(examplesOf(['soil', 0]));
    expect([...offsets]).toEqual([0, 1, 1, 1]);
    expect([...classes]).toEqual([0]);
    expect([...values]).toEqual([127]);
    expect(scale * 127).toBeCloseTo(first, 6);
    expect([...bias]).toEqual([expect.closeTo(0.01, 7), expect.closeTo(-0.01, 7)]);
  });

  it('gives the mean of the last epochs', () => {
    const weightAfter = (epochs: number, averaged: number) => {
      const { values, scale } = train(examplesOf(['soil', 0]), { epochs, averaged });
      return (values[0] ?? 0) * scale;
    };
    expect(weightAfter(3, 2)).toBeCloseTo((weightAfter(2, 1) + weightAfter(3, 1)) / 2, 6);
    expect(weightAfter(3, 3)).toBeCloseTo((weightAfter(1, 1) + weightAfter(2, 1) + weightAfter(3, 1)) / 3, 6);
  });

  it('moves it less the second time', () => {
    const { scale, bias } = train(examplesOf(['soil', 0]), { epochs: 2 });
    const error = 1 - 1 / (1 + Math.exp(-(first + 0.02)));
    expect(scale * 127).toBeCloseTo(first + error / Math.sqrt(0.5 + error ** 2), 6);
    expect(bias[0]).toBeCloseTo(0.01 + 0.02 * error, 6);
  });

  it('moves it faster at a higher rate', () => {
    const { scale, bias } = train(examplesOf(['soil', 0]), { learningRate: 3 });
    expect(scale * 127).toBeCloseTo(3 * first, 6);
    expect(bias[0]).toBeCloseTo(0.03, 6);
  });

  it('leaves alone what it is sure of', () => {
    const sure = { learningRate: 10, inertia: 0.03 };
    expect(train(examplesOf(['soil', 0]), { ...sure, epochs: 5 })).toEqual(train(examplesOf(['soil', 0]), sure));
  });

  it('moves the words of a later turn less, and what was talked of before as far', () => {
    const kind = TERM_KINDS.indexOf('before');
    const names = [hashTerm(0, 'soil'), hashTerm(0, 'tap'), hashTerm(kind, 'vase')].sort((a, b) => a - b);
    const own = Uint32Array.from(names);
    const known = {
      hashes: own,
      starts: startsOf(own),
      rarities: new Float32Array(own.length).fill(1),
      kindWeights: TERM_KINDS.map((_, at) => (at === 0 || at === kind ? 1 : 0)),
    };
    const weightsAfter = (dropout: number, epochs: number) => {
      const later = [{ text: 'soil tap', locale: 'en', label: 0, before: ['vase'] }];
      const trained = trainClassifier(later, 2, known, EMPTY_LEXICON, { ...OPTIONS, dropout, epochs });
      const weightOf = (hash: number) => {
        const at = trained.offsets[termOf(known, hash)] ?? 0;
        return (trained.values[at] ?? 0) * trained.scale;
      };
      return [hashTerm(0, 'soil'), hashTerm(0, 'tap'), hashTerm(kind, 'vase')].map(weightOf);
    };
    const [soil = 0, tap = 0, vase = 0] = weightsAfter(0, 1);
    expect(vase).toBeGreaterThan(0);
    expect(soil / vase).toBeCloseTo(0.3, 1);
    expect(tap / vase).toBeCloseTo(0.3, 1);
    const [dropped = 0, , kept = 0] = weightsAfter(0.5, 40);
    expect(dropped).toBeGreaterThan(0);
    expect(dropped / kept).toBeLessThan(0.8);
  });

  it('gives a term weights for the classes in whose examples it is, and no others', () => {
    const { offsets, classes } = train(GARDEN, { epochs: 3 }, 3);
    expect([...offsets]).toEqual([0, 2, 4, 6]);
    expect([...classes]).toEqual([0, 2, 0, 1, 1, 2]);
  });

  it('drops the weights below a share of the largest', () => {
    const { offsets, classes, values } = train(GARDEN, { epochs: 3, leastWeight: 0.5 }, 3);
    const all = train(GARDEN, { epochs: 3 }, 3);
    const kept = [...all.values.keys()].filter((cell) => Math.abs(all.values[cell] ?? 0) > 127 / 2);
    expect([...values]).toEqual(kept.map((cell) => all.values[cell]));
    expect([...classes]).toEqual(kept.map((cell) => all.classes[cell]));
    expect(kept.length).toBeLessThan(all.values.length);
    expect(offsets.at(-1)).toBe(kept.length);
  });

  it('learns no words when all are left out, only which class is frequent', () => {
    const { values, scale, bias } = train(examplesOf(['soil', 0]), { dropout: 1 });
    expect([...values]).toEqual([]);
    expect(scale).toBe(1);
    expect(bias[0]).toBeGreaterThan(bias[1] ?? 0);
  });

  it('weighs the words that dropout left as a text of length one', () => {
    const seen = new Set(
      Array.from({ length: 8 }, (_, at) => {
        const { values, scale } = train(examplesOf(['soil vase tap', 0]), { dropout: at / 8 });
        return `${values.length}: ${(scale * 127).toFixed(4)}`;
      }),
    );
    const gradient = (words: number) => 0.5 / Math.sqrt(words);
    const expected = (words: number) =>
      `${words}: ${(gradient(words) / Math.sqrt(0.25 + gradient(words) ** 2)).toFixed(4)}`;
    expect(seen.size).toBeGreaterThan(1);
    for (const each of seen) expect(['0: 127.0000', ...[1, 2, 3].map(expected)]).toContain(each);
  });

  it('gives the weights that it gave when they were written down, bit for bit', () => {
    const { offsets, values, scale, bias } = train(GARDEN, { epochs: 4, dropout: 0.5, inertia: 0.1 }, 3);
    expect({ offsets: [...offsets], values: [...values], scale, bias: [...bias] }).toMatchInlineSnapshot(`
      {
        "bias": [
          0.017719948664307594,
          -0.06638828665018082,
          0.04866833984851837,
        ],
        "offsets": [
          0,
          2,
          4,
          6,
        ],
        "scale": 0.010037547960056094,
        "values": [
          100,
          -17,
          57,
          49,
          127,
          -23,
        ],
      }
    `);
  });
});

describe('a vocabulary made from examples', () => {
  const options = { kindWeights: [1], leastExamples: 1, rarity: { classes: 1, examples: 0 } };
  const rarityOf = (word: string, changes: Partial<typeof options> = {}) => {
    const made = buildVocabulary(GARDEN, EMPTY_LEXICON, { ...options, ...changes });
    return made.rarities[termOf(made, hashTerm(0, word))];
  };

  it('has the terms of the kinds that weigh something', () => {
    const { hashes: all, kindWeights } = buildVocabulary(GARDEN, EMPTY_LEXICON, options);
    expect([...all].toSorted()).toEqual([...hashes].toSorted());
    expect(kindWeights).toEqual([1]);
    expect(buildVocabulary(GARDEN, EMPTY_LEXICON, { ...options, kindWeights: [0] }).hashes).toHaveLength(0);
  });

  it('forgets terms in fewer examples than asked, however often one has them', () => {
    const { hashes: all } = buildVocabulary(GARDEN, EMPTY_LEXICON, { ...options, leastExamples: 3 });
    expect([...all].toSorted()).toEqual([hashTerm(0, 'soil'), hashTerm(0, 'tap')].toSorted());
  });

  it('weighs a term by its rarity among the classes', () => {
    expect(rarityOf('vase')).toBeCloseTo(Math.log(4 / 2.5), 6);
    expect(rarityOf('vase', { rarity: { classes: 2, examples: 0 } })).toBeCloseTo(Math.log(4 / 2.5) ** 2, 6);
  });

  it('weighs a term by its rarity among the examples', () => {
    expect(rarityOf('soil', { rarity: { classes: 0, examples: 1 } })).toBeCloseTo(Math.log(6 / 3.5), 6);
    expect(rarityOf('vase', { rarity: { classes: 0, examples: 0.5 } })).toBeCloseTo(Math.log(6 / 2.5) ** 0.5, 6);
  });

  it('weighs a term by the product of both', () => {
    expect(rarityOf('vase', { rarity: { classes: 1, examples: 1 } })).toBeCloseTo(
      Math.log(4 / 2.5) * Math.log(6 / 2.5),
      6,
    );
  });
});
