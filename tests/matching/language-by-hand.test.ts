import { describe, expect, it } from 'vitest';
import { detectLanguage, withAccents } from '../../functions/matching/language.ts';
import { handMadeLanguages, handMadeModel } from './hand-made-matcher.ts';

const model = handMadeLanguages({ en: ['water'], nl: ['waar', 'accent235'], other: ['wasser'] });
/** With scripts of its own each time: their patterns are kept once they are known. */
const detect = (text: string, expected?: string) =>
  detectLanguage(text, { ...model, scripts: { ...model.scripts } }, expected);
/** The share of the first of four languages, by their scores. */
const share = (...scores: readonly number[]) =>
  Math.exp(scores[0] ?? 0) / scores.reduce((sum, score) => sum + Math.exp(score), 0);
/** What both words of a text of two give their languages. */
const HALF = 6 / Math.SQRT2;

describe('the language of a text without evidence', () => {
  it.each(['', '12 34', '😭', 'qwx'])('is the one that was expected: "%s"', (text) => {
    expect(detect(text, 'nl')).toEqual({ language: 'nl', probability: 0.5, evidence: 'prior' });
    expect(detect(text)).toEqual({ language: 'other', probability: 0.5, evidence: 'prior' });
  });
});

describe('a script', () => {
  it.each(['花盆', 'eSIM 花', '花 water!'])('tells a language that alone uses it: %s', (text) => {
    expect(detect(text, 'en')).toEqual({ language: 'zh', probability: 1, evidence: 'script' });
  });

  it.each(['вода', 'water вода', '水をください', '花 вода'])(
    'that nobody here uses tells another language: %s',
    (text) => {
      expect(detect(text, 'en')).toEqual({ language: 'other', probability: 1, evidence: 'script' });
    },
  );

  it('that nobody here uses is passed over where most of a sentence is not in it', () => {
    expect(detect('вода water in the pot')).toMatchObject({ language: 'en', evidence: 'letters' });
    expect(detect('вода 花 盆 都 water')).toMatchObject({ language: 'zh', evidence: 'script' });
    expect(detect('сегодня вечером water in the pot').language).toBe('other');
    expect(detect('water pot вода').language).toBe('other');
  });

  it('tells each of several languages by its own', () => {
    const scripts = { Han: 'zh', Greek: 'el', Cyrillic: 'ru' };
    const each = ['花', 'νερό', 'вода'].map((text) => detectLanguage(text, { ...model, scripts }).language);
    expect(each).toEqual(['zh', 'el', 'ru']);
  });

  it('is not told by signs and digits', () => {
    expect(detect('★ water 1٢').evidence).toBe('letters');
  });
});

describe('the letters of a text', () => {
  it('tell its language, another one being doubted in a word or two', () => {
    expect(detect('water')).toEqual({
      language: 'en',
      probability: expect.closeTo(share(6, 0, 0, -1), 6),
      evidence: 'letters',
    });
    expect(detect('  wasser   wasser ').probability).toBeCloseTo(share(5, 0, 0, 0), 6);
    expect(detect('wasser wasser wasser')).toEqual({
      language: 'other',
      probability: expect.closeTo(share(6, 0, 0, 0), 6),
      evidence: 'letters',
    });
  });

  it('leave the choice to what was expected where they are even', () => {
    const probability = expect.closeTo(share(HALF + 1.2, HALF, 0, -1), 6);
    expect(detect('water waar', 'nl')).toEqual({ language: 'nl', probability, evidence: 'letters' });
    expect(detect('water waar', 'en')).toEqual({ language: 'en', probability, evidence: 'letters' });
  });

  it('overrule what was expected where they are clear', () => {
    expect(detect('water', 'nl').language).toBe('en');
  });

  it('do not care for an expected language that is not spoken', () => {
    expect(detect('water', 'fr')).toEqual(detect('water'));
  });

  it('tell a language by its accents too', () => {
    expect(detect('ë').language).toBe('nl');
  });

  it('tell the languages apart where all are spoken', () => {
    const languages = ['en', 'nl'];
    const both = { languages, scripts: {}, ...handMadeModel(languages, { 'word waar': { nl: 2 } }) };
    expect(detectLanguage('waar', both)).toEqual({
      language: 'nl',
      probability: expect.closeTo(share(2, 0), 6),
      evidence: 'letters',
    });
  });
});

describe('accented letters', () => {
  it('become words of their own, however they were typed', () => {
    expect(withAccents('één Straße')).toBe('één Straße accent233 accent233 accent223');
    expect(withAccents('e\u0301')).toBe('e\u0301 accent233');
    expect(withAccents('plain Zz 花').trim()).toBe('plain Zz 花');
  });
});
