import { describe, expect, it } from 'vitest';
import { conceptFilter, isMaybe } from '../../functions/matching/concept-filter.ts';
import { extended, FNV_OFFSET, hashTerm } from '../../functions/matching/fnv.ts';
import { EMPTY_LEXICON, openLexicon } from '../../functions/matching/lexicon.ts';
import { syllablesOf } from '../../functions/matching/syllables.ts';
import { forEachTerm, TERM_KINDS } from '../../functions/matching/terms.ts';

const STEM = 1;
const termsOf = (text: string, lexicon = EMPTY_LEXICON) => {
  const terms: string[] = [];
  forEachTerm(text, 'en', lexicon, (_, kind, label) => terms.push(`${TERM_KINDS[kind]} ${label}`), true);
  return terms;
};

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
    expect(termsOf('pots').filter((term) => term.startsWith('gram'))).toEqual(
      [' po', 'pot', 'ots', 'ts ', ' pot', 'pots', 'ots ', ' pots', 'pots '].map((gram) => `gram ${gram}`),
    );
  });

  it('are none in an empty text', () => {
    expect(termsOf(' … ')).toEqual([]);
  });

  it('are named only for those who ask', () => {
    const lexicon = openLexicon({ folds: '', sounds: { hua: '花' }, concepts: { flower: ['花'] } }, (word) => word);
    const labels: string[] = [];
    forEachTerm('up 花花花', 'en', lexicon, (_, kind, label) => {
      if (TERM_KINDS[kind] !== 'concept' && kind > STEM) labels.push(label);
    });
    expect(labels.length).toBeGreaterThan(9);
    expect(new Set(labels)).toEqual(new Set(['']));
  });

  it('end after four thousand words', () => {
    const endless = 'a '.repeat(4500);
    expect(termsOf(endless).filter((term) => term.startsWith('word'))).toHaveLength(4000);
  });

  it('are read with the folds of the lexicon, and stemmed by the locale', () => {
    const data = { folds: '開开關', sounds: {}, concepts: {} };
    expect(
      termsOf(
        '開 關',
        openLexicon(data, (word) => word),
      ),
    ).toEqual(['han1 开', 'pair 开 關', 'han1 關']);
    const stems = openLexicon(data, (word, locale) => `${word}-${locale}`);
    expect(termsOf('pots up', stems)).toEqual(expect.arrayContaining(['stem pots-en', 'pair pots-en up-en']));
  });

  it('have no sounds across a word that is no Chinese, nor in a single syllable', () => {
    const lexicon = openLexicon({ folds: '', sounds: { hua: '花', pen: '盆' }, concepts: {} }, (word) => word);
    const sounds = (text: string) => termsOf(text, lexicon).filter((term) => term.startsWith('sound'));
    expect(sounds('huapen pen q hua')).toEqual(['sound2 hua pen', 'sound3 hua pen pen', 'sound2 pen pen']);
    expect(sounds('hua')).toEqual([]);
    expect(sounds('花 huapen')).toEqual(['sound2 hua pen']);
    expect(sounds('花花 hua pen pen')).toEqual([
      'sound2 hua pen',
      'sound3 hua pen pen',
      'sound2 pen pen',
      'sound2 hua hua',
    ]);
  });

  it('have sounds when three letters in four can be read as syllables', () => {
    const lexicon = openLexicon({ folds: '', sounds: { hua: '花', pen: '盆' }, concepts: {} }, (word) => word);
    const sounds = (text: string) => termsOf(text, lexicon).filter((term) => term.startsWith('sound'));
    expect(sounds('huapen qx')).toEqual(['sound2 hua pen']);
    expect(sounds('huapen qxz')).toEqual([]);
    expect(sounds('花花花花 huapen')).not.toContain('sound2 hua pen');
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

  it('keep the order of words and characters side by side', () => {
    expect(termsOf('up 花盆 pot')).toEqual(expect.arrayContaining(['pair up 花', 'pair 盆 pot']));
    expect(termsOf('花 盆')).toContain('pair 花 盆');
    expect(termsOf('花 pot')).not.toContain('pair ^ 花');
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

  it('are syllables alone where the locale is one that people type in syllables', () => {
    const data = { folds: '', sounds: { hua: '花', pen: '盆', da: '大' }, concepts: {}, syllabicLocale: 'zh' };
    const lexicon = openLexicon(data, (word) => word);
    const typed = (text: string, locale: string) => {
      const terms: string[] = [];
      forEachTerm(text, locale, lexicon, (_, kind, label) => terms.push(`${TERM_KINDS[kind]} ${label}`), true);
      return terms.filter((term) => !term.startsWith('gram'));
    };
    expect(typed('huapen da', 'zh')).toEqual(['syllable2 hua pen', 'syllable3 hua pen da', 'syllable2 pen da']);
    expect(typed('dahuapen q', 'zh')).toEqual([
      'syllable2 da hua',
      'syllable3 da hua pen',
      'syllable2 hua pen',
      'word q',
      'stem q',
      'pair ^ q',
    ]);
    expect(typed('hua pen', 'en')).toEqual(expect.arrayContaining(['sound2 hua pen', 'stem hua']));
    expect(typed('large hua', 'zh')).toEqual(expect.arrayContaining(['stem large', 'stem hua']));
  });

  it('are those of the word that was meant, where one was misspelt', () => {
    const spelling = { en: ['', '', '', '', '', '', 'water'] };
    const lexicon = openLexicon({ folds: '', sounds: {}, concepts: {}, spelling }, (word) => word);
    expect(termsOf('wtaer pot', lexicon)).toEqual(termsOf('water pot', lexicon));
  });

  it('of syllables are the same as of the characters that sound so', () => {
    const data = { folds: '', sounds: { hua: '花', pen: '盆' }, concepts: {}, syllabicLocale: 'zh' };
    const lexicon = openLexicon(data, (word) => word);
    const hashes = (text: string, wanted: string) => {
      const found: number[] = [];
      forEachTerm(text, 'zh', lexicon, (hash, kind) => TERM_KINDS[kind] === wanted && found.push(hash));
      return found;
    };
    expect(hashes('huapen', 'syllable2')).toEqual(hashes('花盆', 'sound2'));
    expect(hashes('pen hua pen', 'syllable3')).toEqual(hashes('盆花盆', 'sound3'));
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

  it('name concepts by one character to eight, and by one word to four', () => {
    const phrases = ['盆', '一二三四五六七八', '一二三四五六七八九', 'a b c d', 'a b c d e'];
    const lexicon = openLexicon(
      { folds: '', sounds: {}, concepts: Object.fromEntries(phrases.map((phrase) => [`<${phrase}>`, [phrase]])) },
      (word) => word,
    );
    const concepts = (text: string) => termsOf(text, lexicon).filter((term) => term.startsWith('concept'));
    expect(concepts('大盆')).toEqual(['concept <盆>']);
    expect(concepts('一二三四五六七八九')).toEqual(['concept <一二三四五六七八>']);
    expect(concepts('a b c d e')).toEqual(['concept <a b c d>']);
  });

  it('name every concept that a word has', () => {
    const lexicon = openLexicon({ folds: '', sounds: {}, concepts: { pot: ['urn'], vase: ['urn'] } }, (word) => word);
    expect(termsOf('urn', lexicon).slice(-2)).toEqual(['concept pot', 'concept vase']);
  });

  it('are looked up as concepts only where their hash says they may be one', () => {
    const filter = conceptFilter(new Map([['pot', ['pot']]]));
    const hashOf = (text: string) => extended(FNV_OFFSET, text, 0, text.length);
    expect(isMaybe(filter, hashOf('pot'))).toBe(true);
    expect(['top', 'po', 'pots', ''].filter((text) => isMaybe(filter, hashOf(text)))).toEqual([]);
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
    expect(syllablesOf(`${'a'.repeat(200)}x`, new Set(['a', 'aa', 'aaa']))).toEqual([]);
    expect(syllablesOf('xianan', new Set(['xiana', 'xi', 'an']))).toEqual(['xi', 'an', 'an']);
  });
});
