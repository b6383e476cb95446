import { describe, expect, it } from 'vitest';
import { hashTerm } from '../../functions/matching/fnv.ts';
import { EMPTY_LEXICON, openLexicon } from '../../functions/matching/lexicon.ts';
import { buildSlots, scoresOf, softmaxInPlace, termOf, vectorOf } from '../../functions/matching/linear.ts';
import { syllablesOf } from '../../functions/matching/syllables.ts';
import { forEachTerm, TERM_KINDS } from '../../functions/matching/terms.ts';

const WORD = 0;
const STEM = 1;
const words = (...all: readonly string[]) => {
  const hashes = Uint32Array.from(all, (word) => hashTerm(WORD, word));
  return {
    hashes,
    slots: buildSlots(hashes),
    rarities: Float32Array.from(all, (_, at) => at + 1),
    kindWeights: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  };
};
const termsOf = (text: string, lexicon = EMPTY_LEXICON) => {
  const terms: string[] = [];
  forEachTerm(text, 'en', lexicon, (_, kind, label) => terms.push(`${TERM_KINDS[kind]} ${label}`), true);
  return terms;
};

describe('a vocabulary', () => {
  it('finds every term that it has, those that meet in one place too, and no other', () => {
    const hashes = Uint32Array.of(5, 21, 37, 53, 6, 4_294_967_295);
    const vocabulary = { ...words(), hashes, slots: buildSlots(hashes) };
    expect([...hashes].map((hash) => termOf(vocabulary, hash))).toEqual([0, 1, 2, 3, 4, 5]);
    expect([69, 7, 0].map((hash) => termOf(vocabulary, hash))).toEqual([-1, -1, -1]);
  });

  it('has a table at most half full', () => {
    expect(buildSlots(Uint32Array.from({ length: 8 }, (_, at) => at))).toHaveLength(16);
    expect(buildSlots(Uint32Array.from({ length: 9 }, (_, at) => at))).toHaveLength(32);
  });
});

describe('the vector of a text', () => {
  it('weighs rare words more, and repeated ones by the logarithm, at length one', () => {
    const { terms, values } = vectorOf('pot leaf leaf', '', EMPTY_LEXICON, words('pot', 'leaf'));
    const leaf = 2 * (1 + Math.log(2));
    expect(terms).toEqual([0, 1]);
    expect(values[0]).toBeCloseTo(1 / Math.hypot(1, leaf), 6);
    expect(values[1]).toBeCloseTo(leaf / Math.hypot(1, leaf), 6);
  });

  it('has the words and the pairs of characters apart, known or not', () => {
    const stems = { ...words('pot'), hashes: Uint32Array.of(hashTerm(STEM, 'pot')) };
    const vocabulary = { ...stems, slots: buildSlots(stems.hashes) };
    const { words: found, characterPairs } = vectorOf('pot qwx 花盆', '', EMPTY_LEXICON, vocabulary);
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

describe('the terms of a text', () => {
  it('are its words, stems, pairs and parts of words', () => {
    expect(termsOf('Pot up').filter((term) => !term.startsWith('gram'))).toEqual([
      'word pot',
      'stem pot',
      'pair ^ pot',
      'word up',
      'stem up',
      'pair pot up',
    ]);
    expect(termsOf('up').filter((term) => term.startsWith('gram'))).toEqual(['gram  up', 'gram up ', 'gram  up ']);
  });

  it('are Chinese characters by one, two and three, with their sounds', () => {
    const lexicon = openLexicon({ folds: '', sounds: { hua: '花', pen: '盆' }, concepts: {} }, (word) => word);
    expect(termsOf('花盆大', lexicon)).toEqual([
      'han1 花',
      'han2 花盆',
      'sound2 hua pen',
      'han3 花盆大',
      'sound3 hua pen 大',
      'han1 盆',
      'han2 盆大',
      'sound2 pen 大',
      'han1 大',
    ]);
  });

  it('start a new sentence after Chinese', () => {
    expect(termsOf('up 花 pot')).toContain('pair ^ pot');
  });

  it('are sounds too when the text can be read as Chinese syllables', () => {
    const lexicon = openLexicon(
      { folds: '', sounds: { hua: '花', pen: '盆', da: '大' }, concepts: {} },
      (word) => word,
    );
    expect(termsOf('huapen da', lexicon)).toEqual(
      expect.arrayContaining(['sound2 hua pen', 'sound3 hua pen da', 'sound2 pen da']),
    );
    expect(termsOf('huapen for the leaves', lexicon).filter((term) => term.startsWith('sound'))).toEqual([]);
  });

  it('name a concept by a word, a phrase or characters', () => {
    const lexicon = openLexicon(
      { folds: '', sounds: {}, concepts: { pot: ['planter', 'clay pot', '花盆'], clay: ['clay'] } },
      (word) => word,
    );
    const concepts = (text: string) => termsOf(text, lexicon).filter((term) => term.startsWith('concept'));
    expect(concepts('a planter')).toEqual(['concept pot']);
    expect(concepts('my clay pot')).toEqual(['concept clay', 'concept pot']);
    expect(concepts('大花盆')).toEqual(['concept pot']);
    expect(concepts('pot clay')).toEqual(['concept clay']);
  });

  it('differ by kind and by text', () => {
    expect(hashTerm(0, 'pot')).not.toBe(hashTerm(1, 'pot'));
    expect(hashTerm(0, 'pot')).not.toBe(hashTerm(0, 'top'));
    expect(hashTerm(0, 'pot')).toBe(hashTerm(0, 'pot'));
  });

  it('of romanised Chinese end where the syllables do', () => {
    const known = new Set(['xi', 'an', 'xian', 'na']);
    expect(syllablesOf('xiana', known)).toEqual([]);
    expect(syllablesOf('xianna', known)).toEqual(['xian', 'na']);
    expect(syllablesOf('xi', known)).toEqual(['xi']);
    expect(syllablesOf('', known)).toEqual([]);
    expect(syllablesOf('xix', known)).toEqual([]);
    expect(syllablesOf('xianan', new Set(['xiana', 'xi', 'an']))).toEqual(['xi', 'an', 'an']);
  });
});
