/** Trains the matcher's linear models. Runs when a catalogue is published, never while a visitor waits. */
import type { Lexicon } from './lexicon.ts';
import { softmaxInPlace, type TextVector, type Vocabulary, vectorOf, type Weights } from './linear.ts';
import type { Example } from './vocabulary.ts';

export interface TrainingOptions {
  readonly epochs: number;
  /** The weights are the mean of those after so many last epochs, which hang less on chance (Polyak and Juditsky, 1992). */
  readonly averaged: number;
  readonly learningRate: number;
  /** Share of a text's terms left out at each step, so that no single word carries a class. */
  readonly dropout: number;
  /** Where AdaGrad's sums of squares start: the larger, the smaller the first steps. */
  readonly inertia: number;
  /** Weights smaller than this share of the largest are dropped. */
  readonly leastWeight: number;
}

/** The (term, class) pairs that occur together in the examples, row by row as in Weights. */
interface Cells {
  readonly offsets: Uint32Array;
  readonly classes: Uint16Array;
}

function cellsOf(
  vectors: readonly TextVector[],
  labels: readonly number[],
  termCount: number,
  classCount: number,
): Cells {
  const seen = new Uint8Array(termCount * classCount);
  vectors.forEach(({ terms }, at) => {
    const label = labels[at] ?? 0;
    for (const term of terms) seen[term * classCount + label] = 1;
  });
  const offsets = new Uint32Array(termCount + 1);
  const classes: number[] = [];
  for (let term = 0; term < termCount; term += 1) {
    for (let label = 0; label < classCount; label += 1) {
      if (seen[term * classCount + label] === 1) classes.push(label);
    }
    offsets[term + 1] = classes.length;
  }
  return { offsets, classes: Uint16Array.from(classes) };
}

/**
 * Returns a multinomial logistic regression, trained by AdaGrad (Duchi et al., 2011) with dropout on the terms.
 * A term has a weight only for classes in whose examples it occurs: a tenth of the size, and as good (docs/matching.md).
 * The same examples and options give the same weights, bit for bit.
 */
export function trainClassifier(
  examples: readonly Example[],
  classCount: number,
  vocabulary: Vocabulary,
  lexicon: Lexicon,
  options: TrainingOptions,
): Weights {
  const vectors = examples.map((example) => vectorOf(example, lexicon, vocabulary));
  const labels = examples.map(({ label }) => label);
  const cells = cellsOf(vectors, labels, vocabulary.rarities.length, classCount);
  const weights = new Float32Array(cells.classes.length);
  const squares = new Float32Array(cells.classes.length).fill(options.inertia);
  const state = { cells, weights, squares, bias: new Float32Array(classCount), rate: options.learningRate };
  const sums = new Float32Array(weights.length);
  const random = randomSequence(1);
  const order = examples.map((_, at) => at);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) {
      const vector = vectors[at] as TextVector;
      const pace = vector.own < vector.terms.length ? PACE_OF_LATER_TURNS : 1;
      step(dropTerms(vector, options.dropout, random), labels[at] ?? 0, { ...state, pace });
    }
    if (epoch >= options.epochs - options.averaged) addTo(sums, weights);
  }
  const means = sums.map((sum) => sum / options.averaged);
  return pack(cells, means, state.bias, options.leastWeight);
}

function addTo(sums: Float32Array, values: Float32Array): void {
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (values[at] ?? 0);
}

/** The bias moves slower than the weights, or frequent classes win every doubt. */
const BIAS_RATE = 0.02;
/**
 * How much of the rate a later turn's own words learn at: what is said after something else is said with less, and the
 * same few words mean less by themselves.
 */
const PACE_OF_LATER_TURNS = 0.3;
/** Errors below this do not move a weight: training is three times as fast and learns the same. */
const LEAST_ERROR = 0.002;

interface State {
  readonly cells: Cells;
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly bias: Float32Array;
  readonly rate: number;
}

interface Step extends State {
  /** Factor on the rate of the text's own terms. */
  readonly pace: number;
}

function step(
  { terms, values, own }: TextVector,
  label: number,
  { cells, weights, squares, bias, rate, pace }: Step,
): void {
  const { offsets, classes } = cells;
  const errors = new Float64Array(bias);
  for (let at = 0; at < terms.length; at += 1) {
    const term = terms[at] ?? 0;
    const value = values[at] ?? 0;
    const end = offsets[term + 1] ?? 0;
    for (let cell = offsets[term] ?? 0; cell < end; cell += 1) {
      const k = classes[cell] ?? 0;
      errors[k] = (errors[k] ?? 0) + (weights[cell] ?? 0) * value;
    }
  }
  softmaxInPlace(errors);
  errors[label] = (errors[label] ?? 0) - 1;
  let isLearned = true;
  for (let k = 0; k < errors.length; k += 1) {
    const error = errors[k] ?? 0;
    if (error < LEAST_ERROR && error > -LEAST_ERROR) {
      errors[k] = 0;
      continue;
    }
    isLearned = false;
    bias[k] = (bias[k] ?? 0) - rate * BIAS_RATE * error;
  }
  if (isLearned) return;
  for (let at = 0; at < terms.length; at += 1) {
    const term = terms[at] ?? 0;
    const value = values[at] ?? 0;
    const termRate = at < own ? pace * rate : rate;
    const end = offsets[term + 1] ?? 0;
    for (let cell = offsets[term] ?? 0; cell < end; cell += 1) {
      const error = errors[classes[cell] ?? 0] ?? 0;
      if (error === 0) continue;
      const gradient = error * value;
      const square = (squares[cell] ?? 0) + gradient * gradient;
      squares[cell] = square;
      weights[cell] = (weights[cell] ?? 0) - (termRate * gradient) / Math.sqrt(square);
    }
  }
}

function dropTerms(vector: TextVector, share: number, random: () => number): TextVector {
  const terms: number[] = [];
  const values: number[] = [];
  let own = 0;
  let squares = 0;
  for (let at = 0; at < vector.terms.length; at += 1) {
    if (random() < share) continue;
    if (at < vector.own) own += 1;
    const value = vector.values[at] ?? 0;
    terms.push(vector.terms[at] ?? 0);
    values.push(value);
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < values.length; at += 1) values[at] = (values[at] ?? 0) / length;
  return { ...vector, terms, values, own };
}

function pack({ offsets, classes }: Cells, values: Float32Array, bias: Float32Array, leastWeight: number): Weights {
  const most = values.reduce((best, value) => Math.max(best, Math.abs(value)), 0);
  const scale = most / 127 || 1;
  const kept: number[] = [];
  const ends = new Uint32Array(offsets.length);
  for (let term = 0; term + 1 < offsets.length; term += 1) {
    for (let cell = offsets[term] ?? 0; cell < (offsets[term + 1] ?? 0); cell += 1) {
      if (Math.abs(values[cell] ?? 0) > leastWeight * most) kept.push(cell);
    }
    ends[term + 1] = kept.length;
  }
  return {
    offsets: ends,
    classes: Uint16Array.from(kept, (cell) => classes[cell] ?? 0),
    values: Int8Array.from(kept, (cell) => Math.round((values[cell] ?? 0) / scale)),
    scale,
    bias,
  };
}

function shuffle(list: number[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other] ?? 0, list[at] ?? 0];
  }
}

/** Returns Mulberry32 (Tommy Ettinger): a reproducible sequence of numbers from 0 up to 1. */
export function randomSequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
