/** Makes the samples that the language detector learns from, out of the phrasings. */
import { type LexiconData, openLexicon } from '../matching/lexicon.ts';
import { normalise } from '../matching/normalise.ts';
import { stem } from './languages.ts';
import type { Phrasing } from './train-matcher.ts';

/** A text in Latin letters with the language it is in. */
export interface LanguageSample {
  readonly text: string;
  readonly language: string;
}

/** A word is typical of a language when this share (0–1) of its uses is there … */
const TYPICAL_SHARE = 0.7;
/** … and this many phrasings use it. */
const TYPICAL_USES = 2;
const HAN = /\p{Script=Han}/u;

/** A word that people write amid characters this often, and this often in each other language, belongs to them all. */
const INTERNATIONAL_USES_AMID_CHARACTERS = 5;
const INTERNATIONAL_USES = 3;

/** A sample of another language says nothing when all its words are used this often in one that is spoken ("signal"). */
const SHARED_USES = 3;

/** Returns the samples of other languages that a spoken language could not have written. */
export function distinctSamples(others: readonly string[], phrasings: readonly Phrasing[]): readonly string[] {
  const uses = new Map<string, number>();
  const wordsOf = (text: string) => new Set(normalise(text, new Map()).split(' '));
  for (const { text } of phrasings) {
    if (HAN.test(text)) continue;
    for (const word of wordsOf(text)) uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  return others.filter((text) => [...wordsOf(text)].some((word) => (uses.get(word) ?? 0) < SHARED_USES));
}

/**
 * Returns Latin samples of the phrasings: Chinese as pinyin, with and without spaces, since a character settles the
 * language anyway and words of other languages inside Chinese would mislead; typical words alone; and words of all
 * languages ("iPhone") as a sample of each, so that the page and the conversation decide.
 */
export function languageSamples(
  phrasings: readonly Phrasing[],
  { sounds, folds }: LexiconData,
): readonly LanguageSample[] {
  const lexicon = openLexicon({ sounds, folds, concepts: {} }, stem);
  const pinyin = (text: string) =>
    normalise(text, lexicon.folds)
      .replace(/[^\p{Script=Han}]+/gu, ' ')
      .replace(/\p{Script=Han}/gu, (character) => ` ${lexicon.sounds.get(character) ?? ''} `)
      .trim();
  const samples: LanguageSample[] = [];
  const uses = new Map<string, Map<string, number>>();
  const amidCharacters = new Map<string, Map<string, number>>();
  for (const { text, locale: language } of phrasings) {
    const latin = HAN.test(text) ? pinyin(text) : text;
    samples.push({ text: latin, language });
    const words = normalise(text, lexicon.folds).split(/[\s\p{Script=Han}]+/u);
    if (latin !== text) samples.push({ text: latin.replaceAll(' ', ''), language });
    count(words, language, latin === text ? uses : amidCharacters);
  }
  for (const [word, languages] of uses) samples.push(...typical(word, languages));
  return [...samples, ...international(uses, amidCharacters)];
}

type Uses = ReadonlyMap<string, ReadonlyMap<string, number>>;

function international(uses: Uses, amidCharacters: Uses): LanguageSample[] {
  const written = new Set([...uses.values()].flatMap((languages) => [...languages.keys()]));
  return [...amidCharacters].flatMap(([text, amid]) => {
    const often = [...amid].filter(([, number]) => number >= INTERNATIONAL_USES_AMID_CHARACTERS);
    const others = [...written].filter((language) => !amid.has(language));
    const everywhere = others.every((language) => (uses.get(text)?.get(language) ?? 0) >= INTERNATIONAL_USES);
    if (text === '' || often.length === 0 || !everywhere) return [];
    const times = Math.ceil(Math.log2(often.reduce((sum, [, number]) => sum + number, 0)));
    return [...often.map(([language]) => language), ...others].flatMap((language) =>
      new Array<LanguageSample>(times).fill({ text, language }),
    );
  });
}

function count(words: readonly string[], language: string, uses: Map<string, Map<string, number>>): void {
  for (const word of new Set(words)) {
    const languages = uses.get(word) ?? new Map<string, number>();
    languages.set(language, (languages.get(language) ?? 0) + 1);
    uses.set(word, languages);
  }
}

function typical(word: string, languages: ReadonlyMap<string, number>): LanguageSample[] {
  const total = [...languages.values()].reduce((sum, number) => sum + number, 0);
  const own = [...languages].filter(([, number]) => number >= TYPICAL_USES && number / total > TYPICAL_SHARE);
  // People ask in single words too; the commoner the word, the more it counts, as other languages may share it.
  return own.flatMap(([language, number]) =>
    new Array<LanguageSample>(Math.ceil(Math.log2(number + 1))).fill({ text: word, language }),
  );
}
