/** Weights without training, for catalogues of so many entries that a regression over all of them would take hours. */
import type { Lexicon } from './lexicon.ts';
import { type Vocabulary, vectorOf, type Weights } from './linear.ts';
import type { Example } from './vocabulary.ts';

/** Turns a cosine (0–1) into a score whose softmax tells near entries from far ones. */
const SHARPNESS = 40;

/** Returns for each class the mean direction of its examples (nearest centroid: Rocchio, 1971), times SHARPNESS. */
export function buildCentroids(
  examples: readonly Example[],
  classCount: number,
  vocabulary: Vocabulary,
  lexicon: Lexicon,
  leastWeight: number,
): Weights {
  const termCount = vocabulary.hashes.length;
  const byClass = Array.from({ length: classCount }, (): Example[] => []);
  for (const example of examples) byClass[example.label]?.push(example);
  const offsets = new Uint32Array(termCount + 1);
  const centroids = byClass.map((own) => centroidOf(own, vocabulary, lexicon, leastWeight));
  for (const { terms } of centroids) for (const term of terms) offsets[term + 1] = (offsets[term + 1] ?? 0) + 1;
  for (let term = 0; term < termCount; term += 1) offsets[term + 1] = (offsets[term + 1] ?? 0) + (offsets[term] ?? 0);
  const next = offsets.slice();
  const size = offsets[termCount] ?? 0;
  const classes = new Uint16Array(size);
  const values = new Int8Array(size);
  centroids.forEach(({ terms, values: own }, label) => {
    terms.forEach((term, at) => {
      const cell = next[term] ?? 0;
      next[term] = cell + 1;
      classes[cell] = label;
      values[cell] = Math.round((own[at] ?? 0) * MOST);
    });
  });
  return { offsets, classes, values, scale: SHARPNESS / MOST, bias: new Float32Array(classCount) };
}

/** The largest value that a weight of one byte holds stands for a cosine of 1. */
const MOST = 127;

interface Centroid {
  readonly terms: Uint32Array;
  readonly values: Float32Array;
}

function centroidOf(
  examples: readonly Example[],
  vocabulary: Vocabulary,
  lexicon: Lexicon,
  leastWeight: number,
): Centroid {
  const sums = new Map<number, number>();
  for (const example of examples) {
    const { terms, values } = vectorOf(example, lexicon, vocabulary);
    terms.forEach((term, at) => {
      sums.set(term, (sums.get(term) ?? 0) + (values[at] ?? 0));
    });
  }
  const length = Math.hypot(...sums.values()) || 1;
  const kept = [...sums].filter(([, sum]) => sum / length >= Math.max(leastWeight, 0.5 / MOST));
  return {
    terms: Uint32Array.from(kept, ([term]) => term),
    values: Float32Array.from(kept, ([, sum]) => sum / length),
  };
}
