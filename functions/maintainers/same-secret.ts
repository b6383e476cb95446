/** Compares secrets in a time that says nothing of how much of them was right. */
import { createHash, timingSafeEqual } from 'node:crypto';

const hashOf = (text: string) => createHash('sha256').update(text).digest();

/** Returns whether both are the same. Hashes have one length, and comparing them takes one time, whatever was tried. */
export function isSameSecret(tried: string, expected: string): boolean {
  return timingSafeEqual(hashOf(tried), hashOf(expected));
}
