/** A linear classifier over terms: how it is kept in memory, and how a text is scored by it. */
import type { Lexicon } from './lexicon.ts';
import { forEachBefore, forEachTerm, TERM_KINDS, type TermSink } from './terms.ts';

/** The terms a model knows, in the order of their hashes; those whose hashes begin with the bits b stand from `starts[b]` on. */
export interface Vocabulary {
  readonly hashes: Uint32Array;
  readonly starts: Uint32Array;
  readonly rarities: Float32Array;
  /** Weight of each kind of term, in the order of TERM_KINDS. */
  readonly kindWeights: readonly number[];
}

/** Weights by term: those of term t stand at `offsets[t]` to `offsets[t + 1]`, as value times `scale`. */
export interface Weights {
  readonly offsets: Uint32Array;
  readonly classes: Uint16Array;
  readonly values: Int8Array;
  readonly scale: number;
  readonly bias: Float32Array;
}

/** What somebody says. */
export interface Utterance {
  readonly text: string;
  readonly locale: string;
  /** Names of what was talked of before, the entry that was the answer for instance; none for a first turn. */
  readonly before?: readonly string[];
}

/** A text as a sparse vector of length 1 over the terms of a vocabulary. */
export interface TextVector {
  readonly terms: readonly number[];
  readonly values: readonly number[];
  /** How many of the terms are the text's own; those of what was talked of before come after them. */
  readonly own: number;
  /** The terms of its words, and of its pairs of characters or syllables, in order; -1 for one that the vocabulary does not know. */
  readonly words: readonly number[];
  readonly characterPairs: readonly number[];
}

/**
 * Returns where the hashes with each beginning start, about one a beginning. Unlike a hash table it is filled from front to
 * back, which takes a cold start a twentieth of the time.
 */
export function startsOf(hashes: Uint32Array): Uint32Array {
  const bits = Math.max(1, Math.ceil(Math.log2(hashes.length)));
  const starts = new Uint32Array(2 ** bits + 1).fill(hashes.length);
  const shift = shiftOf(starts);
  let next = 0;
  for (let term = 0; term < hashes.length; term += 1) {
    for (const beginning = (hashes[term] ?? 0) >>> shift; next <= beginning; next += 1) starts[next] = term;
  }
  return starts;
}

/** How far a hash is shifted for its beginning. */
function shiftOf(starts: Uint32Array): number {
  return Math.clz32(starts.length - 1) + 1;
}

/** Returns the number of the term with that hash, or -1. */
export function termOf({ hashes, starts }: Vocabulary, hash: number): number {
  const beginning = hash >>> shiftOf(starts);
  const end = starts[beginning + 1] ?? 0;
  for (let term = starts[beginning] ?? 0; term < end; term += 1) {
    if (hashes[term] === hash) return term;
  }
  return -1;
}

const WORD = TERM_KINDS.indexOf('stem');
const CHARACTER_PAIR = TERM_KINDS.indexOf('han2');
const SYLLABLE_PAIR = TERM_KINDS.indexOf('syllable2');

/** Counts by term of one vocabulary, all zero between two texts. */
interface Scratch {
  readonly counts: Uint32Array;
  readonly weights: Float64Array;
}

const scratches = new WeakMap<Vocabulary, Scratch>();

function scratchOf(vocabulary: Vocabulary): Scratch {
  const known = scratches.get(vocabulary);
  if (known) return known;
  const size = vocabulary.hashes.length;
  const scratch = { counts: new Uint32Array(size), weights: new Float64Array(size) };
  scratches.set(vocabulary, scratch);
  return scratch;
}

/**
 * Returns the vector of a text that is said after what `before` names: (1 + log count) × rarity × weight of the kind,
 * length 1.
 */
export function vectorOf({ text, locale, before }: Utterance, lexicon: Lexicon, vocabulary: Vocabulary): TextVector {
  const { counts, weights } = scratchOf(vocabulary);
  const terms: number[] = [];
  const words: number[] = [];
  const characterPairs: number[] = [];
  const sink: TermSink = (hash, kind) => {
    const term = termOf(vocabulary, hash);
    const weight = vocabulary.kindWeights[kind] ?? 0;
    if (kind === WORD) words.push(term);
    else if (kind === CHARACTER_PAIR || kind === SYLLABLE_PAIR) characterPairs.push(term);
    if (term >= 0 && weight > 0) {
      const count = counts[term] ?? 0;
      if (count === 0) terms.push(term);
      counts[term] = count + 1;
      weights[term] = weight;
    }
  };
  forEachTerm(text, locale, lexicon, sink);
  const own = terms.length;
  forEachBefore(before ?? [], sink);
  const values = unitValues(terms, { counts, weights }, vocabulary.rarities);
  return { terms, values, own, words, characterPairs };
}

/** Returns the values of the terms, in their order, and leaves their counts at zero. */
function unitValues(terms: readonly number[], { counts, weights }: Scratch, rarities: Float32Array): number[] {
  const values = new Array<number>(terms.length);
  let squares = 0;
  for (let at = 0; at < terms.length; at += 1) {
    const term = terms[at] ?? 0;
    const weight = weights[term] ?? 0;
    const count = counts[term] ?? 0;
    const value = weight * (rarities[term] ?? 0) * (count === 1 ? 1 : 1 + Math.log(count));
    counts[term] = 0;
    values[at] = value;
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < values.length; at += 1) values[at] = (values[at] ?? 0) / length;
  return values;
}

/** Returns one score a class: its bias plus the weighted sum of the vector. */
export function scoresOf(vector: Pick<TextVector, 'terms' | 'values'>, weights: Weights): Float64Array {
  const scores = new Float64Array(weights.bias);
  const { offsets, classes, values, scale } = weights;
  for (let at = 0; at < vector.terms.length; at += 1) {
    const term = vector.terms[at] ?? 0;
    const factor = (vector.values[at] ?? 0) * scale;
    const end = offsets[term + 1] ?? 0;
    for (let cell = offsets[term] ?? 0; cell < end; cell += 1) {
      const label = classes[cell] ?? 0;
      scores[label] = (scores[label] ?? 0) + (values[cell] ?? 0) * factor;
    }
  }
  return scores;
}

/** Turns scores into probabilities that sum to 1, in place. */
export function softmaxInPlace(scores: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  let total = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const power = Math.exp((scores[at] ?? 0) - most);
    scores[at] = power;
    total += power;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / total;
}
