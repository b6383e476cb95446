/** Cuts a text into the terms that the matcher weighs: words, stems, character n-grams, sounds and concepts. */
import { conceptFilter, isMaybe } from './concept-filter.ts';
import { extended, FNV_OFFSET, hashTerm, seedOf, withSpace } from './fnv.ts';
import type { Lexicon } from './lexicon.ts';
import { normalise } from './normalise.ts';
import { syllablesOfText } from './syllables.ts';

/**
 * The kinds of term, in the order of their numbers. Syllables that were typed are the same terms as sounds of characters,
 * but nothing else tells what was meant: they weigh as the characters would.
 */
export const TERM_KINDS = [
  'word',
  'stem',
  'pair',
  'gram',
  'han1',
  'han2',
  'han3',
  'sound2',
  'sound3',
  'concept',
  'syllable2',
  'syllable3',
  'before',
] as const;
export type TermKind = (typeof TERM_KINDS)[number];

const WORD = 0;
const STEM = 1;
const PAIR = 2;
const GRAM = 3;
const HAN1 = 4;
const HAN2 = 5;
const HAN3 = 6;
const SOUND2 = 7;
const SOUND3 = 8;
const CONCEPT = 9;
const SYLLABLE2 = 10;
const SYLLABLE3 = 11;
const BEFORE = 12;

const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 5;
const LONGEST_PHRASE_WORDS = 4;
const LONGEST_PHRASE_CHARACTERS = 8;
/** A text longer than this many terms is cut: the visitor's 500 characters stay below it. */
const MOST_TERMS = 4000;

/** Receives each term once per occurrence; `label` is for people, and empty unless asked for. */
export type TermSink = (hash: number, kind: number, label: string) => void;

const RUNS = /\p{Script=Han}+|[^\p{Script=Han}\s]+/gu;
const HAN = /\p{Script=Han}/u;
/** No character of the Han script has a lower code: most words are known by their first letter. */
const FIRST_HAN = 0x2e80;

/** What a text is cut with, and where its terms go. */
interface Cutting {
  readonly lexicon: Lexicon;
  readonly sink: TermSink;
  readonly isLabelled: boolean;
}

/** Sends every term of the text to the sink, slips corrected; `locale` chooses the spelling and the stemmer. */
export function forEachTerm(text: string, locale: string, lexicon: Lexicon, sink: TermSink, isLabelled = false): void {
  const runs = runsOf(text, lexicon).map((run) => lexicon.spelling.correct(run, locale));
  const cutting = { lexicon, sink, isLabelled };
  const syllables = syllablesOfText(runs, lexicon.syllables);
  const isRomanised = locale === lexicon.syllabicLocale;
  syllableTerms(syllables.flat(), cutting, isRomanised ? [SYLLABLE2, SYLLABLE3] : [SOUND2, SOUND3]);
  let before = '^';
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at] ?? '';
    if (isHan(run)) {
      // Order tells "into X" from "X into": a word and a character side by side are a pair as two words are.
      if (before !== '^') pairTerm(PAIR, before, String.fromCodePoint(run.codePointAt(0) ?? 0), cutting);
      hanTerms(run, cutting);
      before = [...run].at(-1) ?? '^';
    } else if (!isRomanised || !syllables[at]?.[0]) {
      const stem = lexicon.stem(run, locale);
      sink(hashTerm(WORD, run), WORD, run);
      sink(hashTerm(STEM, stem), STEM, stem);
      pairTerm(PAIR, before, stem, cutting);
      before = stem;
      gramTerms(run, cutting);
      phraseConcepts(runs, at, cutting);
    }
  }
}

/** Sends a term for each name of what was talked of before the text. */
export function forEachBefore(before: readonly string[], sink: TermSink): void {
  for (const name of before) sink(hashTerm(BEFORE, name), BEFORE, name);
}

/** Returns the words of the text, as they were typed, and its runs of Chinese characters. */
export function runsOf(text: string, { folds }: Lexicon): readonly string[] {
  return (normalise(text, folds).match(RUNS) ?? []).slice(0, MOST_TERMS);
}

function isHan(run: string): boolean {
  return run.charCodeAt(0) >= FIRST_HAN && HAN.test(run);
}

/** The term of two parts with a space between; `as` is the kind that it weighs as. */
function pairTerm(kind: number, first: string, second: string, { sink, isLabelled }: Cutting, as = kind): void {
  const start = withSpace(extended(seedOf(kind), first, 0, first.length));
  sink(extended(start, second, 0, second.length) >>> 0, as, isLabelled ? `${first} ${second}` : '');
}

function tripleTerm(
  kind: number,
  parts: readonly [string, string, string],
  { sink, isLabelled }: Cutting,
  as = kind,
): void {
  const [first, second, third] = parts;
  const one = withSpace(extended(seedOf(kind), first, 0, first.length));
  const two = withSpace(extended(one, second, 0, second.length));
  sink(extended(two, third, 0, third.length) >>> 0, as, isLabelled ? parts.join(' ') : '');
}

/** The term of a part of a text. */
function partTerm(kind: number, text: string, from: number, to: number, { sink, isLabelled }: Cutting): void {
  sink(extended(seedOf(kind), text, from, to) >>> 0, kind, isLabelled ? text.slice(from, to) : '');
}

function gramTerms(word: string, cutting: Cutting): void {
  const padded = ` ${word} `;
  for (let length = SHORTEST_GRAM; length <= LONGEST_GRAM; length += 1) {
    for (let at = 0; at + length <= padded.length; at += 1) partTerm(GRAM, padded, at, at + length, cutting);
  }
}

function hanTerms(run: string, cutting: Cutting): void {
  const { lexicon } = cutting;
  const characters = [...run];
  const sounds = characters.map((character) => lexicon.sounds.get(character) ?? character);
  // Where each character begins: some take two units.
  const begins = [0];
  for (const character of characters) begins.push((begins.at(-1) ?? 0) + character.length);
  const part = (kind: number, at: number, length: number) =>
    partTerm(kind, run, begins[at] ?? 0, begins[at + length] ?? 0, cutting);
  for (let at = 0; at < characters.length; at += 1) {
    const left = characters.length - at;
    const [first = '', second = '', third = ''] = [sounds[at], sounds[at + 1], sounds[at + 2]];
    part(HAN1, at, 1);
    if (left >= 2) {
      part(HAN2, at, 2);
      pairTerm(SOUND2, first, second, cutting);
    }
    if (left >= 3) {
      part(HAN3, at, 3);
      tripleTerm(SOUND3, [first, second, third], cutting);
    }
    hanConcepts(run, begins, at, cutting);
  }
}

/** The concepts that begin at a character, the longest phrase first. */
function hanConcepts(run: string, begins: readonly number[], at: number, cutting: Cutting): void {
  const { concepts } = cutting.lexicon;
  const maybe = conceptFilter(concepts);
  const from = begins[at] ?? 0;
  const longest = Math.min(begins.length - 1 - at, LONGEST_PHRASE_CHARACTERS);
  for (let length = longest; length >= 1; length -= 1) {
    const to = begins[at + length] ?? 0;
    if (isMaybe(maybe, extended(FNV_OFFSET, run, from, to))) emitConcepts(run.slice(from, to), cutting);
  }
}

/** The terms of syllables that were typed; an empty one stands for what is none. */
function syllableTerms(syllables: readonly string[], cutting: Cutting, [two, three]: readonly [number, number]): void {
  for (let at = 0; at + 1 < syllables.length; at += 1) {
    const [first, second, third] = syllables.slice(at, at + 3);
    if (!first || !second) continue;
    pairTerm(SOUND2, first, second, cutting, two);
    if (third) tripleTerm(SOUND3, [first, second, third], cutting, three);
  }
}

function phraseConcepts(runs: readonly string[], at: number, cutting: Cutting): void {
  const { concepts } = cutting.lexicon;
  if (concepts.size === 0) return;
  const maybe = conceptFilter(concepts);
  let hash = FNV_OFFSET;
  for (let length = 0; length < LONGEST_PHRASE_WORDS && at + length < runs.length; length += 1) {
    const run = runs[at + length] ?? '';
    hash = extended(length === 0 ? hash : withSpace(hash), run, 0, run.length);
    if (isMaybe(maybe, hash)) emitConcepts(runs.slice(at, at + length + 1).join(' '), cutting);
  }
}

function emitConcepts(phrase: string, { lexicon, sink }: Cutting): void {
  for (const concept of lexicon.concepts.get(phrase) ?? []) sink(hashTerm(CONCEPT, concept), CONCEPT, concept);
}
