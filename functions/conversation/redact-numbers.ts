/** Finds numbers that their length, first digits or check digits give away. */
import validator from 'validator';
import type { PrivateKind, Span } from './redact.ts';
import { PUBLIC_LINE } from './redact-phones.ts';

/** Digits, alone or in groups with one separator between (two for " - "); the last may be the X of an identity card. */
const DIGITS = /(?<![A-Za-z\d])[+(]{0,2}\d(?:[ .\-/()]{0,2}\d){7,34}[Xx]?(?!\d)/g;
/** Letters and digits of an IBAN, in groups or not. */
const IBAN = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]){11,30}/gi;
const SHORTEST_IBAN = 15;
/** Nine digits, in one of the ways that they are grouped on letters. */
const BSN = /^\d{4}[ .]?\d{2}[ .]?\d{3}$|^\d{3}([ .-]?)\d{3}\1\d{3}$/;

/** Returns the parts that are such numbers. */
export function numberSpans(text: string): readonly Span[] {
  const ibans = [...text.matchAll(IBAN)].flatMap(({ 0: value, index }) => ibanAt(value, index));
  const digits = [...text.matchAll(DIGITS)].flatMap(({ 0: value, index }): Span[] => {
    const kind = kindOf(value);
    return kind ? [{ from: index, to: index + value.length, kind }] : [];
  });
  return [...ibans, ...digits.filter(({ from, to }) => ibans.every((iban) => to <= iban.from || from >= iban.to))];
}

/** The pattern may run on into the next word: the longest beginning that passes its check is the IBAN. */
function ibanAt(value: string, index: number): Span[] {
  for (let length = value.length; length >= SHORTEST_IBAN; length -= 1) {
    const part = value.slice(0, length);
    if (/[A-Z0-9]$/i.test(part) && validator.isIBAN(part.replace(/[ .-]/g, '')))
      return [{ from: index, to: index + length, kind: 'iban' }];
  }
  return [];
}

/** Returns the runs of digits that nothing else explains: nobody needs nine in a row to ask a question. */
export function unknownSpans(text: string): readonly Span[] {
  return [...text.matchAll(/(?<!\d)\d{9,}(?!\d)/g)].flatMap(({ 0: value, index }): Span[] =>
    PUBLIC_LINE.test(value) ? [] : [{ from: index, to: index + value.length, kind: 'number' }],
  );
}

function kindOf(value: string): PrivateKind | undefined {
  // What may be dialled is left to the finder of phone numbers.
  if (/^[+(0]/.test(value)) return undefined;
  const digits = value.replace(/[^\dXx]/g, '').toUpperCase();
  if (digits.length === 18 && validator.isIdentityCard(digits, 'zh-CN')) return 'id card';
  if (digits.endsWith('X')) return undefined;
  // ITU-T E.118 gives 89 to telecommunication; an EID has 32 digits, an ICCID 18 to 20 (a mistyped one is private too).
  if (digits.startsWith('89') && digits.length === 32) return 'eid';
  if (digits.startsWith('89') && digits.length >= 18 && digits.length <= 20) return 'iccid';
  if (digits.length === 15 && validator.isLuhnNumber(digits)) return 'imei';
  if (digits.length >= 13 && digits.length <= 19 && validator.isLuhnNumber(digits)) return 'card';
  return BSN.test(value) && validator.isTaxID(digits, 'nl-NL') ? 'bsn' : undefined;
}
