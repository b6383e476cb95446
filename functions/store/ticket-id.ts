/** Ids of tickets that can be read out over a phone and typed back: no look-alikes, and a check digit. */
import { createHash } from 'node:crypto';

/**
 * Nineteen characters: none that looks like another in print or handwriting (0 O, 1 I L, 2 Z, 5 S, 8 B, U V), no vowels,
 * so that no word appears, no M or F, which sound like N and S. Nineteen is a prime, which the check needs.
 */
const ALPHABET = '346789CDHJKNPQRTWXY';
const DIGITS = 7;

/** Returns the id that the seed gives, such as `K7P4-9XTC`: 8.9 × 10⁸ there are. */
export function ticketIdFrom(seed: string): string {
  let rest = createHash('sha256').update(seed).digest().readBigUInt64BE();
  const base = BigInt(ALPHABET.length);
  let digits = '';
  while (digits.length < DIGITS) {
    digits += ALPHABET[Number(rest % base)] ?? '';
    rest /= base;
  }
  return grouped(digits + checkOf(digits));
}

/** Returns the id as it is stored, however it was typed, or undefined when it is none: its check digit is wrong. */
export function readTicketId(typed: string): string | undefined {
  const characters = typed.toUpperCase().replace(/[\s-]/g, '');
  if (characters.length !== DIGITS + 1 || [...characters].some((character) => !ALPHABET.includes(character)))
    return undefined;
  return checkOf(characters.slice(0, DIGITS)) === characters[DIGITS] ? grouped(characters) : undefined;
}

/** Weights 1 to 7 modulo a prime: any one wrong character and any two that changed places are noticed. */
function checkOf(digits: string): string {
  const sum = [...digits].reduce((total, digit, at) => total + (at + 1) * ALPHABET.indexOf(digit), 0);
  return ALPHABET[sum % ALPHABET.length] ?? '';
}

function grouped(characters: string): string {
  return `${characters.slice(0, 4)}-${characters.slice(4)}`;
}
