import { describe, expect, it } from 'vitest';
import { hashTerm } from '../../functions/matching/fnv.ts';
import { EMPTY_LEXICON } from '../../functions/matching/lexicon.ts';
import { scoresOf, softmaxInPlace, startsOf, termOf, vectorOf } from '../../functions/matching/linear.ts';
import { TERM_KINDS } from '../../functions/matching/terms.ts';

const WORD = 0;
const STEM = 1;
/** In the order of their hashes. */
const words = (...all: readonly string[]) => {
  const hashes = Uint32Array.from(all, (word) => hashTerm(WORD, word));
  return {
    hashes,
    starts: startsOf(hashes),
    rarities: Float32Array.from(all, (_, at) => at + 1),
    kindWeights: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  };
};

describe('a vocabulary', () => {
  it('finds every term that it has, those that begin alike too, and no other', () => {
    const hashes = Uint32Array.of(5, 6, 21, 37, 2_147_483_648, 4_294_967_295);
    const vocabulary = { ...words(), hashes, starts: startsOf(hashes) };
    expect([...hashes].map((hash) => termOf(vocabulary, hash))).toEqual([0, 1, 2, 3, 4, 5]);
    expect([69, 7, 0, 2_147_483_647, 4_294_967_294].map((hash) => termOf(vocabulary, hash))).toEqual(
      new Array(5).fill(-1),
    );
  });

  it('finds nothing where it has nothing', () => {
    expect([0, 7, 4_294_967_295].map((hash) => termOf(words(), hash))).toEqual([-1, -1, -1]);
  });

  it('finds the one term that it has', () => {
    const only = { ...words(), hashes: Uint32Array.of(7), starts: startsOf(Uint32Array.of(7)) };
    expect([6, 7, 4_294_967_295].map((hash) => termOf(only, hash))).toEqual([-1, 0, -1]);
  });

  it('has about one beginning a term', () => {
    expect(startsOf(Uint32Array.from({ length: 8 }, (_, at) => at))).toHaveLength(9);
    expect(startsOf(Uint32Array.from({ length: 9 }, (_, at) => at))).toHaveLength(17);
  });
});

describe('the vector of a text', () => {
  it('weighs rare words more, and repeated ones by the logarithm, at length one', () => {
    const { terms, values } = vectorOf({ text: 'pot leaf leaf', locale: '' }, EMPTY_LEXICON, words('pot', 'leaf'));
    const leaf = 2 * (1 + Math.log(2));
    expect(terms).toEqual([0, 1]);
    expect(values[0]).toBeCloseTo(1 / Math.hypot(1, leaf), 6);
    expect(values[1]).toBeCloseTo(leaf / Math.hypot(1, leaf), 6);
  });

  it('leaves out what the vocabulary does not know, and kinds that weigh nothing', () => {
    expect(vectorOf({ text: 'pot qwx', locale: '' }, EMPTY_LEXICON, words('pot'))).toMatchObject({
      terms: [0],
      values: [1],
    });
    const silent = { ...words('pot'), kindWeights: [0] };
    expect(vectorOf({ text: 'pot', locale: '' }, EMPTY_LEXICON, silent)).toMatchObject({ terms: [], values: [] });
  });

  it('does not remember the text before', () => {
    const vocabulary = words('pot', 'leaf');
    const before = vectorOf({ text: 'pot leaf leaf', locale: '' }, EMPTY_LEXICON, vocabulary);
    expect(vectorOf({ text: 'pot leaf leaf', locale: '' }, EMPTY_LEXICON, vocabulary)).toEqual(before);
  });

  it('has what was talked of before after its own terms, and not among its words', () => {
    const kind = TERM_KINDS.indexOf('before');
    const hashes = Uint32Array.of(hashTerm(WORD, 'pot'), hashTerm(kind, 'leaf')).sort();
    const kindWeights = TERM_KINDS.map((_, at) => (at === WORD || at === kind ? 1 : 0));
    const rarities = Float32Array.of(1, 1);
    const vocabulary = { hashes, starts: startsOf(hashes), rarities, kindWeights };
    const after = vectorOf({ text: 'pot', locale: '', before: ['leaf', 'qwx'] }, EMPTY_LEXICON, vocabulary);
    const own = hashes.indexOf(hashTerm(WORD, 'pot'));
    expect(after).toMatchObject({ terms: [own, 1 - own], own: 1, words: [-1] });
    expect(vectorOf({ text: 'leaf', locale: '' }, EMPTY_LEXICON, vocabulary).terms).toEqual([]);
  });

  it('has the words and the pairs of characters apart, known or not', () => {
    const stems = { ...words('pot'), hashes: Uint32Array.of(hashTerm(STEM, 'pot')) };
    const vocabulary = { ...stems, starts: startsOf(stems.hashes) };
    const { words: found, characterPairs } = vectorOf({ text: 'pot qwx 花盆', locale: '' }, EMPTY_LEXICON, vocabulary);
    expect(found).toEqual([0, -1]);
    expect(characterPairs).toEqual([-1]);
  });
});

describe('scores', () => {
  const weights = {
    offsets: Uint32Array.of(0, 2, 3),
    classes: Uint16Array.of(0, 1, 1),
    values: Int8Array.of(10, -4, 6),
    scale: 0.5,
    bias: Float32Array.of(1, 2),
  };

  it('are the bias and the weighted sum of the terms', () => {
    expect([...scoresOf({ terms: [0, 1], values: [0.6, 0.8] }, weights)]).toEqual([
      1 + 3,
      expect.closeTo(2 - 1.2 + 2.4, 6),
    ]);
    expect([...scoresOf({ terms: [], values: [] }, weights)]).toEqual([1, 2]);
  });

  it('become probabilities, large ones too', () => {
    const scores = Float64Array.of(1000, 1000 + Math.log(3), -1000);
    softmaxInPlace(scores);
    expect([...scores]).toEqual([expect.closeTo(0.25, 9), expect.closeTo(0.75, 9), 0]);
  });
});
