import { describe, expect, it } from 'vitest';
import { readMatcher, type TrainedMatcher, writeMatcher } from '../../functions/matching/codec.ts';
import { rank } from '../../functions/matching/matcher.ts';
import { handMadeMatcher } from './hand-made-matcher.ts';

const stem = (word: string) => word.replace(/s$/, '');
const lexicon = { folds: '開开', sounds: { hua: '花' }, concepts: { pot: ['planter', '花盆'] } };
const made = handMadeMatcher({
  classes: ['@far', 'pot', 'water'],
  pulls: { 'stem pot': { pot: 2, water: 1 }, 'han2 花盆': { pot: 2 }, 'stem tap': { water: 1.5 } },
  words: { en: ['pot', 'tap'], nl: ['bloempot'] },
});
const trained: TrainedMatcher = { ...made, lexicon };
let known: Uint8Array | undefined;
/** Made by the first test that asks: what cannot be written fails a test, not the file. */
const written = () => {
  known ??= writeMatcher(trained);
  return known;
};
const readBack = () => readMatcher(written(), stem);

describe('a matcher that is written and read back', () => {
  it('is the same', () => {
    const { lexicon: _, ...rest } = made;
    expect(readBack()).toMatchObject(rest);
  });

  it('knows the same of languages, and stems as its reader does', () => {
    expect(readBack().lexicon.folds.get('開')).toBe('开');
    expect(readBack().lexicon.sounds.get('花')).toBe('hua');
    expect(readBack().lexicon.concepts.get('花盆')).toEqual(['pot']);
    expect(rank('pots', 'en', readBack()).entries[0]?.id).toBe('pot');
  });

  it('knows nothing word for word where older code wrote it', () => {
    const mark = new TextEncoder().encode(',"verbatim":0');
    const older = new Uint8Array(written().length + 64);
    older.set(written());
    const at = older.findIndex((_, start) => mark.every((byte, offset) => older[start + offset] === byte));
    expect(at).toBeGreaterThan(0);
    older.fill(' '.charCodeAt(0), at, at + mark.length);
    const { verbatim, classes } = readMatcher(older, stem);
    expect([verbatim.hashes.length, verbatim.classes.length, classes.length]).toEqual([0, 0, 3]);
  });

  it('looks at the bytes where they stand, without copying them', () => {
    expect(readBack().weights.classes.buffer).toBe(written().buffer);
    const wide = new Uint8Array(written().length + 8);
    wide.set(written(), 8);
    expect(readMatcher(wide.subarray(8), stem).weights.classes.buffer).toBe(wide.buffer);
  });

  it.each([1, 2, 3, 4])('is the same from %i bytes into a larger buffer', (before) => {
    const wide = new Uint8Array(written().length + before);
    wide.set(written(), before);
    const moved = readMatcher(wide.subarray(before), stem);
    expect(moved.weights).toEqual(readBack().weights);
    expect(moved.languages).toEqual(readBack().languages);
  });

  it.each(['a', 'ab', 'abc', 'abcd'])('is the same with names of any length: %s', (id) => {
    const named = { ...trained, classes: ['@far', id, 'water'] };
    const again = readMatcher(writeMatcher(named), stem);
    expect(again).toMatchObject({ classes: named.classes, vocabulary: made.vocabulary, languages: made.languages });
  });
});

describe('the bytes of a matcher', () => {
  it('hold each part from a multiple of four on, and nothing between', () => {
    const [json = 0] = new Uint32Array(written().buffer, 0, 1);
    const part = (length: number) => length + ((4 - (length % 4)) % 4);
    const arrays = [made, made.languages].flatMap(({ vocabulary, weights }) => [
      vocabulary.hashes,
      vocabulary.rarities,
      weights.offsets,
      weights.bias,
      weights.classes,
      weights.values,
    ]);
    const sum = arrays.reduce((total, { byteLength }) => total + part(byteLength), 4 + part(json));
    expect(written()).toHaveLength(sum);
  });

  it('are refused where they hold no models', () => {
    const header = JSON.stringify({ classes: [], lexicon, calibration: [], languages: [], scripts: {}, models: [] });
    const json = new TextEncoder().encode(header);
    const empty = new Uint8Array(4 + json.length);
    empty.set(new Uint8Array(Uint32Array.of(json.length).buffer));
    empty.set(json, 4);
    expect(() => readMatcher(empty, stem)).toThrow('The matcher holds no models.');
  });

  it('are refused where they hold one model only', () => {
    const model = { terms: 0, cells: 0, classCount: 0, scale: 1, kindWeights: [] };
    const header = JSON.stringify({
      classes: [],
      lexicon,
      calibration: [],
      languages: [],
      scripts: {},
      models: [model],
    });
    const json = new TextEncoder().encode(header);
    const single = new Uint8Array(4 + json.length + 16);
    single.set(new Uint8Array(Uint32Array.of(json.length).buffer));
    single.set(json, 4);
    expect(() => readMatcher(single, stem)).toThrow('The matcher holds no models.');
  });
});
