import { describe, expect, it } from 'vitest';
import { stem } from '../../functions/catalogue/languages.ts';
import { KEYWORDS, trainMatcher } from '../../functions/catalogue/train-matcher.ts';
import { readMatcher, writeMatcher } from '../../functions/matching/codec.ts';
import { explain } from '../../functions/matching/explain.ts';
import { rank } from '../../functions/matching/matcher.ts';
import { verbatimClass, verbatimOf } from '../../functions/matching/verbatim.ts';
import { TOY_PHRASINGS } from './toy-catalogue.ts';

const FOLDS = new Map([['盤', '盘']]);
const said = (text: string, label: number) => ({ text, locale: 'en', label });

describe('a phrasing that is known word for word', () => {
  const known = verbatimOf([said('Re-pot it!', 1), said('花盘', 2), said('prune', 3), said('prune', 3)], FOLDS);
  const classOf = (text: string) => verbatimClass(text, known, FOLDS);

  it('is found however it is written', () => {
    expect(['Re-pot it!', 'repot it', ' REPOT  IT?? ', '花盘', '花盤', 'prune'].map(classOf)).toEqual([
      1, 1, 1, 2, 2, 3,
    ]);
  });

  it('is not found in a text that says more, or less', () => {
    expect(['repot', 'repot it now', 'pot', '', '花'].map(classOf)).toEqual(new Array(5).fill(undefined));
  });

  it('is none that two classes claim, or that follows an answer', () => {
    const claimed = verbatimOf(
      [said('move it', 1), said('move it', 2), said('move it', 1), { ...said('and then', 1), before: ['water'] }],
      FOLDS,
    );
    expect(verbatimClass('move it', claimed, FOLDS)).toBeUndefined();
    expect(verbatimClass('and then', claimed, FOLDS)).toBeUndefined();
  });

  it('is none where nothing is known', () => {
    expect(verbatimClass('prune', verbatimOf([], FOLDS), FOLDS)).toBeUndefined();
  });
});

describe('the matcher of a catalogue with keywords', () => {
  const [first] = TOY_PHRASINGS;
  const id = first?.id ?? '';
  const keyword = { id, locale: 'en', voice: KEYWORDS, text: 'Zzyzx' };
  const knowledge = { otherLanguages: [], concepts: {} };
  const without = trainMatcher(TOY_PHRASINGS, knowledge);
  const with_ = trainMatcher([...TOY_PHRASINGS, keyword], knowledge);
  const matcher = readMatcher(writeMatcher(with_), stem);

  it('is sure of a keyword that is all that is typed, and only then', () => {
    const alone = rank('zzyzx?', 'en', matcher);
    expect(alone.entries[0]?.id).toBe(id);
    expect(alone.confidence).toBeGreaterThan(0.85);
    expect(alone.known).toBe(1);
    expect(rank('my zzyzx is green', 'en', matcher).confidence).toBeLessThan(0.5);
    expect(rank('zzyzx', 'en', matcher, ['water']).confidence).toBeLessThan(0.5);
  });

  it('has probabilities that are shared by the classes', () => {
    const { entries, intents } = rank('zzyzx', 'en', matcher);
    expect([...entries, ...intents].reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
  });

  it('says so in an explanation', () => {
    expect(explain('zzyzx', 'en', matcher).verbatim).toBe(id);
    expect(explain('my zzyzx', 'en', matcher)).not.toHaveProperty('verbatim');
    expect(explain('zzyzx', 'en', matcher, ['water'])).not.toHaveProperty('verbatim');
  });

  it('learns nothing else from keywords', () => {
    expect(with_.weights).toEqual(without.weights);
    expect(with_.vocabulary).toEqual(without.vocabulary);
    expect(with_.languages).toEqual(without.languages);
    expect(with_.lexicon).toEqual(without.lexicon);
  });
});
