/** Cuts a text into the terms that the matcher weighs: words, stems, character n-grams, sounds and concepts. */
import type { Lexicon } from './lexicon.ts';
import { normalise } from './normalise.ts';

/** The kinds of term, in the order of their numbers. */
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

/** 32-bit FNV-1a over the UTF-16 units of the text, seeded by the kind (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function hashTerm(kind: number, text: string): number {
  let hash = Math.imul(0x811c9dc5 ^ kind, 0x01000193);
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Sends every term of the text to the sink; `locale` only chooses the stemmer. */
export function forEachTerm(text: string, locale: string, lexicon: Lexicon, sink: TermSink): void {
  const runs = (normalise(text, lexicon.folds).match(RUNS) ?? []).slice(0, MOST_TERMS);
  romanisedTerms(runs, lexicon, sink);
  let before = '^';
  runs.forEach((run, at) => {
    if (HAN.test(run)) {
      hanTerms([...run], lexicon, sink);
      before = '^';
    } else {
      const stem = lexicon.stem(run, locale);
      emit(sink, WORD, run);
      emit(sink, STEM, stem);
      emit(sink, PAIR, `${before} ${stem}`);
      before = stem;
      gramTerms(run, sink);
      phraseConcepts(runs, at, lexicon, sink);
    }
  });
}

function emit(sink: TermSink, kind: number, text: string): void {
  sink(hashTerm(kind, text), kind, text);
}

function gramTerms(word: string, sink: TermSink): void {
  const padded = ` ${word} `;
  for (let length = SHORTEST_GRAM; length <= LONGEST_GRAM; length += 1) {
    for (let at = 0; at + length <= padded.length; at += 1) emit(sink, GRAM, padded.slice(at, at + length));
  }
}

function hanTerms(characters: readonly string[], lexicon: Lexicon, sink: TermSink): void {
  const sounds = characters.map((character) => lexicon.sounds.get(character) ?? character);
  const joined = (list: readonly string[], from: number, length: number, glue: string) =>
    list.slice(from, from + length).join(glue);
  for (let at = 0; at < characters.length; at += 1) {
    const left = characters.length - at;
    emit(sink, HAN1, joined(characters, at, 1, ''));
    if (left >= 2) {
      emit(sink, HAN2, joined(characters, at, 2, ''));
      emit(sink, SOUND2, joined(sounds, at, 2, ' '));
    }
    if (left >= 3) {
      emit(sink, HAN3, joined(characters, at, 3, ''));
      emit(sink, SOUND3, joined(sounds, at, 3, ' '));
    }
    for (let length = Math.min(left, LONGEST_PHRASE_CHARACTERS); length >= 1; length -= 1) {
      emitConcepts(joined(characters, at, length, ''), lexicon, sink);
    }
  }
}

/** A text counts as romanised when this share of its letters can be read as syllables. */
const ROMANISED_SHARE = 0.75;

/** Someone without a Chinese keyboard types "liuliang yongwan": its syllables sound like the characters meant. */
function romanisedTerms(runs: readonly string[], lexicon: Lexicon, sink: TermSink): void {
  if (lexicon.syllables.size === 0) return;
  const syllables: string[] = [];
  let read = 0;
  let letters = 0;
  for (const run of runs) {
    const own = HAN.test(run) ? [] : syllablesOf(run, lexicon.syllables);
    syllables.push(...(own.length > 0 ? own : ['']));
    letters += run.length;
    if (own.length > 0) read += run.length;
  }
  if (read < ROMANISED_SHARE * letters) return;
  for (let at = 0; at + 1 < syllables.length; at += 1) {
    const [first, second, third] = syllables.slice(at, at + 3);
    if (!first || !second) continue;
    emit(sink, SOUND2, `${first} ${second}`);
    if (third) emit(sink, SOUND3, `${first} ${second} ${third}`);
  }
}

const LONGEST_SYLLABLE = 6;

/** Returns the syllables a word consists of, taking the longest first and going back where that fails; none if it is not. */
export function syllablesOf(word: string, known: ReadonlySet<string>): readonly string[] {
  if (word === '') return [];
  const dead = new Set<number>();
  const from = (at: number): string[] | undefined => {
    if (at === word.length) return [];
    if (dead.has(at)) return undefined;
    for (let length = Math.min(LONGEST_SYLLABLE, word.length - at); length > 0; length -= 1) {
      const syllable = word.slice(at, at + length);
      const rest = known.has(syllable) ? from(at + length) : undefined;
      if (rest) return [syllable, ...rest];
    }
    dead.add(at);
    return undefined;
  };
  return from(0) ?? [];
}

function phraseConcepts(runs: readonly string[], at: number, lexicon: Lexicon, sink: TermSink): void {
  if (lexicon.concepts.size === 0) return;
  let phrase = '';
  for (let length = 0; length < LONGEST_PHRASE_WORDS && at + length < runs.length; length += 1) {
    phrase = length === 0 ? (runs[at] ?? '') : `${phrase} ${runs[at + length]}`;
    emitConcepts(phrase, lexicon, sink);
  }
}

function emitConcepts(phrase: string, lexicon: Lexicon, sink: TermSink): void {
  for (const concept of lexicon.concepts.get(phrase) ?? []) emit(sink, CONCEPT, concept);
}
