import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainMatcher } from '../../functions/catalogue/train-matcher.ts';
import { writeMatcher } from '../../functions/matching/codec.ts';
import { explain } from '../../functions/matching/explain.ts';
import { rank } from '../../functions/matching/matcher.ts';
import { TOY_PHRASINGS, toyMatcher } from './toy-catalogue.ts';

const matcher = toyMatcher();
const best = (text: string, locale: string) => rank(text, locale, matcher).entries[0]?.id;

describe('ranking the entries of a catalogue of another field', () => {
  it.each([
    ['en', 'does my orchid need water', 'water-orchid'],
    ['nl', 'krijgt de orchidee genoeg water', 'water-orchid'],
    ['zh', '兰花要浇多少水', 'water-orchid'],
    ['de', 'die Orchidee will Wasser', 'water-orchid'],
    ['de', 'Blätter sind ganz gelb', 'yellow-leaves'],
    ['zh', '叶子黄了', 'yellow-leaves'],
    ['nl', 'moet hij in een grotere pot', 'move-pot'],
  ])('finds a new wording (%s): %s', (locale, text, expected) => {
    expect(best(text, locale)).toBe(expected);
  });

  it.each([
    ['en', 'orchd watring', 'water-orchid'],
    ['nl', 'orchidee watter geven', 'water-orchid'],
    ['zh', '兰花交水', 'water-orchid'],
  ])('forgives slips of the keyboard (%s): %s', (locale, text, expected) => {
    expect(best(text, locale)).toBe(expected);
  });

  it('reads Traditional characters like Simplified ones', () => {
    expect(best('葉子發黃', 'zh')).toBe('yellow-leaves');
  });

  it('reads pinyin like the characters it stands for', () => {
    expect(best('huan ge da huapen', 'zh')).toBe('move-pot');
  });

  it('lets a word stand for its concept, across languages', () => {
    expect(best('planter', 'en')).toBe('move-pot');
  });

  it('learns that the same words mean another thing after another answer', () => {
    const followUp = (text: string, id: string, before: string) => ({
      ...{ id, locale: 'en', voice: 'follow-up', text },
      before: [before, '/garden'],
    });
    const taught = toyMatcher([
      ...TOY_PHRASINGS,
      followUp('and how much then', 'water-orchid', 'yellow-leaves'),
      followUp('and how often then', 'water-orchid', 'yellow-leaves'),
      followUp('and how large then', 'move-pot', 'water-orchid'),
      followUp('and how deep then', 'move-pot', 'water-orchid'),
    ]);
    const bestAfter = (...before: readonly string[]) => rank('and then', 'en', taught, before).entries[0]?.id;
    expect(bestAfter('yellow-leaves', '/garden')).toBe('water-orchid');
    expect(bestAfter('water-orchid', '/garden')).toBe('move-pot');
  });

  it('gives probabilities that sum to one over entries and intents', () => {
    const { entries, intents } = rank('yellow', 'en', matcher);
    const sum = [...entries, ...intents].reduce((total, { probability }) => total + probability, 0);
    expect(sum).toBeCloseTo(1, 6);
  });

  it('knows little of a text that shares no words with the phrasings', () => {
    expect(rank('quantum chromodynamics', 'en', matcher).known).toBeLessThan(
      rank('yellow leaves', 'en', matcher).known,
    );
  });

  it('ranks any text whatever without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { entries, confidence, known } = rank(text, 'en', matcher);
        expect(entries).toHaveLength(3);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(known).toBeGreaterThanOrEqual(0);
        expect(known).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  it('trains the same bytes from the same phrasings', () => {
    const train = () => writeMatcher(trainMatcher(TOY_PHRASINGS, { otherLanguages: [], concepts: {} }));
    expect(Buffer.from(train()).equals(Buffer.from(train()))).toBe(true);
  });

  it('reads a matcher from the middle of a larger buffer', async () => {
    const { readMatcher } = await import('../../functions/matching/codec.ts');
    const bytes = writeMatcher(trainMatcher(TOY_PHRASINGS, { otherLanguages: [], concepts: {} }));
    const padded = new Uint8Array(bytes.length + 3);
    padded.set(bytes, 3);
    const copy = readMatcher(padded.subarray(3), (word) => word);
    expect(rank('gelbe Blätter', 'de', copy).entries[0]?.id).toBe('yellow-leaves');
  });
});

describe('explaining a ranking', () => {
  const explanation = explain('the leaves are yellow qwx', 'en', matcher);

  it('shows the text as the matcher read it', () => {
    expect(explanation.normalised).toBe('the leaves are yellow qwx');
  });

  it('names the terms that spoke for the best entry', () => {
    const yellow = explanation.terms.find(({ term, kind }) => term === 'yellow' && kind === 'stem');
    expect(yellow?.pulls.find(({ id }) => id === 'yellow-leaves')?.score).toBeGreaterThan(0);
  });

  it('names the words that no phrasing has', () => {
    expect(explanation.unknown).toContain('qwx');
    expect(explanation.unknown).not.toContain('yellow');
  });

  it('ranks as the ranking does', () => {
    expect(explanation.ranking).toEqual(rank('the leaves are yellow qwx', 'en', matcher));
  });
});
