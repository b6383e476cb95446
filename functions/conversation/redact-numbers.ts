/** Finds numbers that their length, first digits or check digits give away. */
import validator from 'validator';
import type { PrivateKind, Span } from './redact.ts';

/** Digits, alone or in groups with one separator between (two for " - "); the last may be the X of an identity card. */
const DIGITS = /(?<![A-Za-z\d])[+(]{0,2}\d(?:[ .\-/()]{0,2}\d){7,34}[Xx]?(?!\d)/g;
/** Letters and digits of an IBAN, in groups or not. */
const IBAN = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]){11,30}/gi;
const SHORTEST_IBAN = 15;
/** The first digits that ISO/IEC 7812 gives to banks and to travel; 19 and 20 begin years. */
const CARD = /^(?=[3-6]|2[2-7])\d{13,19}$/;
/** Nine digits, in one of the ways that they are grouped on letters. */
const BSN = /^\d{4}[ .]?\d{2}[ .]?\d{3}$|^\d{3}([ .-]?)\d{3}\1\d{3}$/;
/** Sizes, frequencies or years one after another, "1000 2000 3000 4000": every tenth list passes the check of a card or a BSN. */
export const LIST =
  /^(?:[1-9]\d?0|[1-9]\d{1,2}[05]0|(?:19|20)\d\d)(?:[ .\-/](?:[1-9]\d?0|[1-9]\d{1,2}[05]0|(?:19|20)\d\d)){2,}$/;
/** Dutch free and paid lines of companies as they are dialled; a customer's number may begin like one. */
const PUBLIC_LINE = /^(?:\+31|0031|0)(?:800|90[069])\d{4,7}$/;

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
  return [...text.matchAll(/(?<!\d)\+?\d{9,}(?!\d)/g)].flatMap(({ 0: value, index }): Span[] =>
    PUBLIC_LINE.test(value) ? [] : [{ from: index, to: index + value.length, kind: 'number' }],
  );
}

/** Returns the kind of number that digits are, in groups or not; undefined where they are none of these. */
export function kindOf(value: string): PrivateKind | undefined {
  // What may be dialled is left to the finder of phone numbers.
  if (/^[+(0]/.test(value) || LIST.test(value)) return undefined;
  const digits = value.replace(/[^\dXx]/g, '').toUpperCase();
  if (digits.length === 18 && validator.isIdentityCard(digits, 'zh-CN')) return 'id card';
  if (digits.endsWith('X')) return undefined;
  // ITU-T E.118 gives 89 to telecommunication; an EID has 32 digits, an ICCID 18 to 20 (a mistyped one is private too).
  if (digits.startsWith('89') && digits.length === 32) return 'eid';
  if (digits.startsWith('89') && digits.length >= 18 && digits.length <= 20) return 'iccid';
  if (digits.length === 15 && validator.isLuhnNumber(digits)) return 'imei';
  if (CARD.test(digits) && validator.isLuhnNumber(digits)) return 'card';
  return BSN.test(value) && validator.isTaxID(digits, 'nl-NL') ? 'bsn' : undefined;
}
