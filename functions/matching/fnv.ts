/** The hashes by which terms are known, made piece by piece, so that no text has to be put together for one. */

/** 32-bit FNV-1a over the UTF-16 units of the text, seeded by the kind (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function hashTerm(kind: number, text: string): number {
  return extended(seedOf(kind), text, 0, text.length) >>> 0;
}

/** Where a hash without a kind begins. */
export const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const SPACE = 0x20;

/** Returns where the hash of a term of the kind begins. */
export function seedOf(kind: number): number {
  return Math.imul(FNV_OFFSET ^ kind, FNV_PRIME);
}

/** Goes on with a hash over a part of a text, which is never cut out: a reply hashes a thousand parts. */
export function extended(hash: number, text: string, from: number, to: number): number {
  let result = hash;
  for (let at = from; at < to; at += 1) result = Math.imul(result ^ text.charCodeAt(at), FNV_PRIME);
  return result;
}

/** Goes on with a hash over one space. */
export function withSpace(hash: number): number {
  return Math.imul(hash ^ SPACE, FNV_PRIME);
}
