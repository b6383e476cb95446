/** What the matcher knows of languages. All of it is data that is published with the catalogue; none of it is code. */
import type { CharacterFolds } from './normalise.ts';
import { openSpelling, type Spelling, type SpellingData } from './spelling.ts';

/** Stems one lower-case word of the language; the identity where a language has no stemmer. */
export type Stem = (word: string, locale: string) => string;

export interface Lexicon {
  /** Characters that are written in two ways, Traditional to Simplified Chinese for instance. */
  readonly folds: CharacterFolds;
  /** How a character sounds, so that homophones and romanised input meet. */
  readonly sounds: ReadonlyMap<string, string>;
  /** All syllables that characters sound like. */
  readonly syllables: ReadonlySet<string>;
  /** The locale that people type in syllables when they have no keyboard for its characters. */
  readonly syllabicLocale: string | undefined;
  /** Normalised word or phrase to the concepts it names, the same concepts in every language. */
  readonly concepts: ReadonlyMap<string, readonly string[]>;
  readonly spelling: Spelling;
  readonly stem: Stem;
}

/** The lexicon as it is stored: compact, and JSON. */
export interface LexiconData {
  /** Pairs of characters, from and to, one after the other. */
  readonly folds: string;
  /** Characters by the syllable they sound like. */
  readonly sounds: Readonly<Record<string, string>>;
  readonly syllabicLocale?: string;
  /** Terms by concept, languages together. */
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  /** Nothing is corrected without. */
  readonly spelling?: SpellingData;
}

/** Returns the lexicon that the stored data describes. Terms must be normalised already. */
export function openLexicon(data: LexiconData, stem: Stem): Lexicon {
  const folds = new Map<string, string>();
  const pairs = [...data.folds];
  for (let at = 0; at + 1 < pairs.length; at += 2) folds.set(pairs[at] ?? '', pairs[at + 1] ?? '');
  let sounds: Map<string, string> | undefined;
  const concepts = new Map<string, string[]>();
  for (const [concept, terms] of Object.entries(data.concepts)) {
    for (const term of terms) concepts.set(term, [...(concepts.get(term) ?? []), concept]);
  }
  return {
    folds,
    // The first question may hold no character, and need not wait for thousands of them.
    get sounds() {
      sounds ??= soundsByCharacter(data.sounds);
      return sounds;
    },
    syllables: new Set(Object.keys(data.sounds)),
    syllabicLocale: data.syllabicLocale,
    concepts,
    spelling: openSpelling(data.spelling ?? {}),
    stem,
  };
}

function soundsByCharacter(bySyllable: LexiconData['sounds']): Map<string, string> {
  const sounds = new Map<string, string>();
  for (const [syllable, characters] of Object.entries(bySyllable)) {
    for (const character of characters) sounds.set(character, syllable);
  }
  return sounds;
}

/** A lexicon that knows nothing: the matcher then works on characters and words alone. */
export const EMPTY_LEXICON: Lexicon = openLexicon({ folds: '', sounds: {}, concepts: {} }, (word) => word);
