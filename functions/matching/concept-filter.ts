/** Tells by its hash that a phrase names no concept: most name none, and are then never cut out of their text. */
import { extended, FNV_OFFSET } from './fnv.ts';
import type { Lexicon } from './lexicon.ts';

const FILTER_BITS = 1 << 16;
const filters = new WeakMap<Lexicon['concepts'], Uint8Array>();

/** Returns one bit for each hash of a phrase that names a concept. */
export function conceptFilter(concepts: Lexicon['concepts']): Uint8Array {
  const known = filters.get(concepts);
  if (known) return known;
  const filter = new Uint8Array(FILTER_BITS >> 3);
  for (const phrase of concepts.keys()) {
    const bit = extended(FNV_OFFSET, phrase, 0, phrase.length) & (FILTER_BITS - 1);
    filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  filters.set(concepts, filter);
  return filter;
}

/** Returns false for a phrase's hash, begun at FNV_OFFSET, only if the phrase names no concept. */
export function isMaybe(filter: Uint8Array, hash: number): boolean {
  const bit = hash & (FILTER_BITS - 1);
  return ((filter[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
}
