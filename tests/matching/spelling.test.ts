import { describe, expect, it } from 'vitest';
import { openSpelling, type Spelling, spellingData } from '../../functions/matching/spelling.ts';

const MANY = 64;
const some = (count: number, locale: string, text: string) => new Array(count).fill({ locale, text });
let known: Spelling | undefined;
/** Made by the first test that asks: what cannot be made fails a test, not the file. */
const spelling = () => {
  known ??= openSpelling(
    spellingData([
      ...some(MANY, 'en', 'water flower the how watering repotting many'),
      ...some(MANY, 'nl', 'water bloempot hoe'),
      ...some(4, 'en', 'waiter'),
      ...some(2, 'en', 'floor teh'),
      ...some(15, 'en', 'compost'),
    ]),
  );
  return known;
};
const read = (word: string, locale = 'en') => spelling().correct(word, locale);

describe('a slip of the finger', () => {
  it.each([
    ['two letters that changed places', 'wtaer', 'water'],
    ['a letter left out', 'flwer', 'flower'],
    ['a letter too many', 'flowger', 'flower'],
    ['a letter typed twice', 'watter', 'water'],
    ['a letter that sounds alike', 'wader', 'water'],
    ['the key beside', 'flowrr', 'flower'],
    ['two slips in a long word', 'repoting', 'repotting'],
    ['two more in a long word', 'rpeottting', 'repotting'],
    ['three letters in another order', 'hwo', 'how'],
  ])('is read as the word that was meant: %s', (_, slip, meant) => {
    expect(read(slip)).toBe(meant);
  });

  it('is read as a word of its own language', () => {
    expect(read('blompot', 'nl')).toBe('bloempot');
    expect(read('blompot', 'en')).toBe('blompot');
    expect(read('hwo', 'nl')).toBe('hwo');
  });

  it('is read as the word that is used most, where two are as near', () => {
    const both = openSpelling(spellingData([...some(MANY, 'en', 'plants'), ...some(2 * MANY, 'en', 'planes')]));
    expect(both.correct('plans', 'en')).toBe('planes');
  });

  it('is corrected twice from eight letters on, and not to a word three letters away', () => {
    const long = openSpelling(spellingData(some(MANY, 'en', 'flowerin garden')));
    expect(long.correct('flwoeirn', 'en')).toBe('flowerin');
    expect(openSpelling(spellingData(some(MANY, 'en', 'flowers'))).correct('flwoesr', 'en')).toBe('flwoesr');
    expect(long.correct('flowerinxxx', 'en')).toBe('flowerinxxx');
  });

  it('is corrected to a word used sixteen times as often as the slip, counted in powers of two', () => {
    expect(openSpelling(spellingData(some(15, 'en', 'garden'))).correct('graden', 'en')).toBe('graden');
    expect(openSpelling(spellingData(some(16, 'en', 'garden'))).correct('graden', 'en')).toBe('garden');
    const slipped = (times: number) =>
      openSpelling(spellingData([...some(times, 'en', 'garden'), ...some(3, 'en', 'graden')])).correct('graden', 'en');
    expect(slipped(31)).toBe('graden');
    expect(slipped(32)).toBe('garden');
  });

  it('that a few phrasings have is corrected too', () => {
    expect(read('teh')).toBe('the');
  });
});

describe('a word is left as it is', () => {
  it.each([
    ['it is used', 'water'],
    ['four phrasings use it, however like another', 'waiter'],
    ['it is like no other', 'hydrangea'],
    ['its first letter is another', 'later'],
    ['another letter is neither alike nor beside', 'waler'],
    ['the word like it is not used much more often', 'flloor'],
    ['the word like it is not used sixteen times as often', 'compots'],
    ['it is short, and a letter differs', 'hov'],
    ['it has two slips, and is short', 'wtare'],
    ['it has two letters', 'te'],
    ['it has digits', 'wat3r'],
    ['it is longer than words are', 'w'.repeat(25)],
  ])('when %s', (_, word) => {
    expect(read(word)).toBe(word);
  });

  it('in a language of which nothing is known', () => {
    expect(read('wtaer', 'de')).toBe('wtaer');
    expect(openSpelling({}).correct('wtaer', 'en')).toBe('wtaer');
  });
});

describe('a word is in use', () => {
  it('from four phrasings of a language on', () => {
    expect(['waiter', 'bloempot', 'water'].map(spelling().isInUse)).toEqual([true, true, true]);
    expect(spelling().isInUse('floor')).toBe(false);
    expect(['flwer', 'hydrangea', 'once'].map(openSpelling(spellingData(some(1, 'en', 'once'))).isInUse)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('what is stored of the words', () => {
  it('is their languages and how often each is used, as powers of two, without those used once', () => {
    expect(
      spellingData([...some(5, 'nl', 'pot pot gieter'), ...some(2, 'nl', 'aarde'), ...some(1, 'nl', 'varen 42 op')]),
    ).toEqual({ nl: ['', 'aarde', 'gieter pot'] });
  });

  it('has Latin words alone, of three to twenty-four letters', () => {
    const text = `${'a'.repeat(24)} ${'b'.repeat(25)} ab abc 花盆 a1b 1ab ab1 花ab ab花 été`;
    expect(spellingData(some(2, 'en', text))).toEqual({ en: ['', `${'a'.repeat(24)} abc été`] });
  });

  it('gives the same answer when it is asked again, and after many others', () => {
    expect(read('wtaer')).toBe('water');
    for (let at = 0; at < 6000; at += 1)
      read(`x${'abcdefghij'[at % 10]}y${String.fromCharCode(97 + (at % 26))}${'q'.repeat(at % 18)}`);
    expect(read('wtaer')).toBe('water');
  });
});
