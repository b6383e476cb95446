/** Knows the phrasings word for word: a text that is one means what the one who wrote it said it means. */
import { hashTerm } from './fnv.ts';
import type { CharacterFolds } from './normalise.ts';
import { normalise } from './normalise.ts';
import type { Example } from './vocabulary.ts';

export interface Verbatim {
  /** Hashes of normalised phrasings, ascending. */
  readonly hashes: Uint32Array;
  /** The class number of each. */
  readonly classes: Uint16Array;
}

/** Knows none. */
export const NOTHING_VERBATIM: Verbatim = { hashes: new Uint32Array(), classes: new Uint16Array() };

/** Returns the phrasings of one class each; what two classes claim stays with the model, as does what follows an answer. */
export function verbatimOf(examples: readonly Example[], folds: CharacterFolds): Verbatim {
  const labels = new Map<number, number | undefined>();
  for (const { text, label, before } of examples) {
    if (before) continue;
    const hash = hashOf(text, folds);
    labels.set(hash, !labels.has(hash) || labels.get(hash) === label ? label : undefined);
  }
  const sole = [...labels].flatMap(([hash, label]) => (label === undefined ? [] : [{ hash, label }]));
  sole.sort((a, b) => a.hash - b.hash);
  return {
    hashes: Uint32Array.from(sole, ({ hash }) => hash),
    classes: Uint16Array.from(sole, ({ label }) => label),
  };
}

/** Returns the class number of the phrasing that the text is, or undefined when it is none. */
export function verbatimClass(text: string, { hashes, classes }: Verbatim, folds: CharacterFolds): number | undefined {
  const wanted = hashOf(text, folds);
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return hashes[low] === wanted ? classes[low] : undefined;
}

const ANY_KIND = 0;

function hashOf(text: string, folds: CharacterFolds): number {
  return hashTerm(ANY_KIND, normalise(text, folds));
}
