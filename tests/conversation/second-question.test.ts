import { describe, expect, it } from 'vitest';
import { clausesOf, secondQuestion } from '../../functions/conversation/second-question.ts';
import { rank } from '../../functions/matching/matcher.ts';
import { GARDEN } from './garden.ts';

/** A new one each time: its borders are kept once they are known. */
const newPack = () => ({
  picks: [],
  last: [],
  fillers: [],
  noneOfThese: [],
  moreOfTheSame: [],
  joints: ['and', 'by the way', '还有'],
});
const { matcher } = GARDEN;
const second = (text: string, whole = rank(text, 'en', matcher)) =>
  secondQuestion(text, whole, { language: 'en', pack: newPack(), matcher })?.id;

describe('the clauses of a text', () => {
  it.each(['?', '？', '!', '！', '。', ';', '；', ',', '，', '\n', '. ', ' and ', ' AND ', ' by the way ', '还有'])(
    'end at "%s"',
    (border) => {
      expect(clausesOf(`first one${border}second one`, newPack())).toEqual(['first one', 'second one']);
    },
  );

  it('do not end inside a word or a number', () => {
    expect(clausesOf('sandy 3.5 pots, handy', newPack())).toEqual(['sandy 3.5 pots', 'handy']);
  });

  it('are the same whoever asked before', () => {
    const pack = newPack();
    expect(clausesOf('first one and second one', pack)).toEqual(clausesOf('first one and second one', pack));
  });

  it('have four letters or more', () => {
    expect(clausesOf(' ok!, then?  abcd , … abc…, ', newPack())).toEqual(['then', 'abcd']);
  });
});

describe('a second question', () => {
  it('is what another clause surely asks', () => {
    expect(second('repot, water')).toBe('water');
    expect(second('water and repot, plant the plant')).toBe('water');
    expect(second('plant it, repot; qwxy? water')).toBe('water');
  });

  it('is the one that the whole text is not about', () => {
    const about = (id: string) => ({ ...rank('repot, water', 'en', matcher), entries: [{ id, probability: 0.9 }] });
    expect(second('repot, water', about('water'))).toBe('repot');
    expect(second('repot, water', about('leaves'))).toBeUndefined();
    expect(second('repot, water', { ...about('water'), entries: [] })).toBeUndefined();
  });

  it.each([
    ['one clause', 'repot the plant'],
    ['clauses on the same', 'water, water the plant'],
    ['only one sure clause', 'water, plant'],
    ['no sure clause', 'plant, qwxy'],
    ['more than four clauses', 'repot, water, qwxy, qwxy, qwxy'],
  ])('is not found in %s', (_, text) => {
    expect(second(text)).toBeUndefined();
  });
});
