/** Corrects slips in a word by the words that the phrasings of its language use often. */
import { slipsBetween } from './slips.ts';

/** By language: at place n the words that 2ⁿ up to 2ⁿ⁺¹ phrasings have, joined by spaces. */
export type SpellingData = Readonly<Record<string, readonly string[]>>;

interface Word {
  readonly text: string;
  readonly level: number;
  /** The letters it has, one bit each. */
  readonly letters: number;
}

export interface Spelling {
  /** Returns the word of the language that a normalised word is most likely a slip for, or the word itself. */
  readonly correct: (word: string, locale: string) => string;
  /** Whether a normalised word is in use: four phrasings of a language have it, so that it is no slip for another. */
  readonly isInUse: (word: string) => boolean;
}

interface Opened {
  /** How often a word is used in the language that uses it most, as a power of two. */
  readonly levels: ReadonlyMap<string, number>;
  /** Words that others are corrected to, by language and length. */
  readonly models: ReadonlyMap<string, readonly (readonly Word[])[]>;
}

/** A word that 2 to this power phrasings use is no slip. */
const SURE_LEVEL = 2;
/** Only a word that 2 to this power phrasings use is a model for others. */
const MODEL_LEVEL = 3;
/** How many times as often, as a power of two, the right word is used. */
const LEAST_ADVANTAGE = 4;
/** Shorter words have too many neighbours; those that just reach it are corrected by swapping letters alone. */
const SHORTEST = 3;
const LONGEST = 24;
/** From this length on, two slips in a word are believed. */
const TWO_SLIPS_FROM = 8;
const MOST_FOUND = 5000;
const LATIN_WORD = /^\p{Script=Latin}+$/u;

/** Returns what is stored of the words of texts, which must be normalised; a word counts once a text. */
export function spellingData(texts: readonly { readonly locale: string; readonly text: string }[]): SpellingData {
  const counts = new Map<string, Map<string, number>>();
  for (const { locale, text } of texts) {
    const own = counts.get(locale) ?? new Map<string, number>();
    counts.set(locale, own);
    for (const word of new Set(text.split(' '))) {
      if (isSpelt(word)) own.set(word, (own.get(word) ?? 0) + 1);
    }
  }
  return Object.fromEntries([...counts].map(([locale, words]) => [locale, byLevel(words)]));
}

function byLevel(counts: ReadonlyMap<string, number>): string[] {
  const levels: string[][] = [];
  for (const [word, count] of counts) {
    const level = Math.floor(Math.log2(count));
    while (levels.length <= level) levels.push([]);
    // What a single phrasing uses is as strange as a word that none does.
    if (level > 0) levels[level]?.push(word);
  }
  return levels.map((words) => words.sort().join(' '));
}

function isSpelt(word: string): boolean {
  return word.length >= SHORTEST && word.length <= LONGEST && LATIN_WORD.test(word);
}

/** Returns the spelling by what spellingData returned; it is opened with the first word. */
export function openSpelling(data: SpellingData): Spelling {
  let known: Opened | undefined;
  const opened = () => {
    known ??= open(data);
    return known;
  };
  return { correct: corrector(opened), isInUse: (word) => (opened().levels.get(word) ?? 0) >= SURE_LEVEL };
}

function corrector(opened: () => Opened): Spelling['correct'] {
  // People make the same slips.
  const found = new Map<string, string>();
  return (word, locale) => {
    if (!isSpelt(word)) return word;
    const { models: all, levels } = opened();
    const models = all.get(locale);
    const level = levels.get(word) ?? 0;
    if (!models || level >= SURE_LEVEL) return word;
    const key = `${locale} ${word}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const nearest = nearestOf(word, models, level + LEAST_ADVANTAGE)?.text ?? word;
    if (found.size >= MOST_FOUND) found.clear();
    found.set(key, nearest);
    return nearest;
  };
}

function open(data: SpellingData): Opened {
  const levels = new Map<string, number>();
  const models = new Map<string, Word[][]>();
  for (const [locale, stored] of Object.entries(data)) {
    const byLength: Word[][] = Array.from({ length: LONGEST + 1 }, () => []);
    models.set(locale, byLength);
    stored.forEach((joined, level) => {
      for (const text of joined.split(' ')) {
        levels.set(text, Math.max(level, levels.get(text) ?? 0));
        if (level >= MODEL_LEVEL) byLength[text.length]?.push({ text, level, letters: lettersOf(text) });
      }
    });
  }
  return { levels, models };
}

function nearestOf(word: string, byLength: readonly (readonly Word[])[], leastLevel: number): Word | undefined {
  const slips = word.length >= TWO_SLIPS_FROM ? 2 : 1;
  const reach = word.length === SHORTEST ? 0 : slips;
  const letters = lettersOf(word);
  // A letter for another makes two letters differ; in the shortest words none may.
  const mostDifferent = 2 * reach;
  let best: Word | undefined;
  let least: number = slips;
  for (const other of byLength.slice(word.length - reach, word.length + reach + 1).flat()) {
    if (other.level < leastLevel || bitsOf(letters ^ other.letters) > mostDifferent) continue;
    const count = slipsBetween(word, other.text);
    if (count < least || (count === least && other.level > (best?.level ?? 0))) {
      least = count;
      best = other;
    }
  }
  return best;
}

const FIRST_LETTER = 97;
const BITS = 32;

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << ((word.charCodeAt(at) - FIRST_LETTER) % BITS);
  return letters;
}

function bitsOf(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
