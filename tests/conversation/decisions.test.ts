import { describe, expect, it } from 'vitest';
import { ANSWER_FROM, decide, SUGGEST_FROM, worthSuggesting } from '../../functions/conversation/decide.ts';
import { ENTRIES, fellBack, UNSURE, understood } from './understood.ts';

describe('deciding what to reply', () => {
  it('answers by the best entry from a confidence on, and shows the best three', () => {
    expect(decide(understood({}, { confidence: ANSWER_FROM }), undefined)).toEqual({
      kind: 'answer',
      match: 'water',
      confidence: ANSWER_FROM,
      candidates: ENTRIES.slice(0, 3),
      fallbacks: 0,
    });
  });

  it('suggests below it, from a share of the best three together on', () => {
    const shared = [
      { id: 'water', probability: SUGGEST_FROM / 2 },
      { id: 'pot', probability: SUGGEST_FROM / 2 },
    ];
    expect(decide(understood({}, { confidence: ANSWER_FROM - 0.01, entries: shared }), undefined)).toMatchObject({
      kind: 'suggestions',
      match: null,
      confidence: ANSWER_FROM - 0.01,
      fallbacks: 0,
    });
    const less = [
      { id: 'water', probability: 0.14 },
      { id: 'pot', probability: 0.15 },
    ];
    expect(decide(understood({}, { confidence: 0.1, entries: less }), undefined)).toMatchObject({
      kind: 'fallback',
      match: null,
      remark: 'unknown',
      confidence: 0.9,
      fallbacks: 1,
    });
  });

  it('falls back without entries', () => {
    expect(decide(understood({}, { entries: [], intents: [], confidence: 0.99 }), undefined)).toMatchObject({
      kind: 'fallback',
      candidates: [],
    });
  });

  it('hands over after two fallbacks in a row', () => {
    expect(decide(understood({}, { confidence: 0.1, entries: UNSURE }), fellBack)).toMatchObject({
      kind: 'handoff',
      match: null,
      remark: 'twice',
      fallbacks: 2,
    });
    expect(decide(understood(), fellBack).fallbacks).toBe(0);
  });

  it('gives the entry that was picked, surely and first', () => {
    expect(decide(understood({ relation: 'pick', chosen: 'leaves' }), undefined)).toEqual({
      kind: 'answer',
      match: 'leaves',
      confidence: 1,
      fallbacks: 0,
      candidates: [{ id: 'leaves', probability: 1 }, ENTRIES[0], ENTRIES[1]],
    });
  });

  it('falls back, sure of it, when none of the suggestions is meant', () => {
    expect(decide(understood({ relation: 'none-of-these' }), undefined)).toMatchObject({
      kind: 'fallback',
      remark: 'noneOfThese',
      confidence: 1,
    });
  });

  it('shows three entries, the one that was picked among them once', () => {
    const candidatesOf = (chosen: string) =>
      decide(understood({ relation: 'pick', chosen }), undefined).candidates.map(({ id }) => id);
    expect(candidatesOf('pot')).toEqual(['pot', 'water', 'leaves']);
    expect(candidatesOf('light')).toEqual(['light', 'water', 'pot']);
  });

  it('shows the second question once, and alone where there is no first', () => {
    const candidatesOf = (entries: readonly (typeof ENTRIES)[number][]) =>
      decide(understood({ second: { id: 'pot', probability: 0.9 } }, { entries }), undefined).candidates;
    expect(candidatesOf(ENTRIES).map(({ id }) => id)).toEqual(['water', 'pot', 'leaves']);
    expect(candidatesOf([])).toEqual([{ id: 'pot', probability: 0.9 }]);
  });

  it('puts the second question after the first', () => {
    const { candidates } = decide(understood({ second: { id: 'leaves', probability: 0.9 } }), undefined);
    expect(candidates.map(({ id }) => id)).toEqual(['water', 'leaves', 'pot']);
  });
});

describe('small talk', () => {
  const talk = (id: string, probability: number, entries = UNSURE) =>
    decide(understood({}, { intents: [{ id, probability }], entries, confidence: 0.1 }), fellBack);

  it.each(['greeting', 'thanks', 'identity', 'goodbye'])('is answered as such: %s', (name) => {
    expect(talk(`@${name}`, 0.5)).toMatchObject({
      kind: 'smalltalk',
      match: `@${name}`,
      remark: name,
      confidence: 0.5,
      fallbacks: 0,
    });
  });

  it.each(['language', 'abuse'])('is answered without being a match: %s', (name) => {
    expect(talk(`@${name}`, 0.6)).toMatchObject({ kind: 'smalltalk', match: null, remark: name, confidence: 0.6 });
  });

  it('is none when less than half sure and an entry is likely, when one is surer, or when the intent is another', () => {
    expect(talk('@greeting', 0.49, [{ id: 'water', probability: 0.15 }]).kind).toBe('handoff');
    expect(talk('@greeting', 0.5, [{ id: 'water', probability: 0.5 }]).kind).toBe('suggestions');
    expect(talk('@far', 0.9).kind).toBe('handoff');
    expect(talk('@greeting', 0.9, []).kind).toBe('smalltalk');
  });

  it('is believed on less where no entry is likely, also beside what is not ours, but only a friendly word', () => {
    const unlikely = [{ id: 'water', probability: 0.14 }];
    expect(talk('@thanks', 0.25, unlikely)).toMatchObject({ kind: 'smalltalk', match: '@thanks', confidence: 0.25 });
    expect(talk('@thanks', 0.24, unlikely).kind).toBe('handoff');
    expect(talk('@abuse', 0.4, unlikely).kind).toBe('handoff');
    const intents = [
      { id: '@far', probability: 0.6 },
      { id: '@greeting', probability: 0.3 },
    ];
    expect(decide(understood({}, { confidence: 0.1, entries: unlikely, intents }), undefined).match).toBe('@greeting');
  });
});

describe('a language that is not spoken', () => {
  const foreign = { detection: { language: 'other', probability: 0.9, evidence: 'letters' } } as const;

  it('is said to be none, unless the entry is sure all the same', () => {
    expect(decide(understood(foreign, { confidence: 0.4 }), undefined)).toMatchObject({
      kind: 'fallback',
      remark: 'otherLanguage',
      confidence: 0.6,
    });
    expect(decide(understood(foreign, { confidence: ANSWER_FROM }), undefined)).toMatchObject({
      kind: 'answer',
      match: 'water',
    });
  });

  it('is not that of a text without a letter', () => {
    const numbers = { detection: { language: 'other', probability: 0.5, evidence: 'prior' } } as const;
    expect(decide(understood(numbers, { confidence: 0.1, entries: UNSURE }), undefined)).toMatchObject({
      kind: 'fallback',
      remark: 'unknown',
    });
  });
});

describe('suggestions', () => {
  it('are two, and a third where it is likely enough', () => {
    const with_ = (third: number) =>
      worthSuggesting([
        { id: 'a', probability: 0.01 },
        { id: 'b', probability: 0.01 },
        { id: 'c', probability: third },
      ]).map(({ id }) => id);
    expect(with_(0.03)).toEqual(['a', 'b', 'c']);
    expect(with_(0.029)).toEqual(['a', 'b']);
  });
});
