/** Finds phone numbers, by the numbering plans of the world. */
import { findPhoneNumbersInText, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Span } from './redact.ts';
import { LIST } from './redact-numbers.ts';

/** A Dutch number without its country code has ten digits; what is shorter is a service that everybody may know. */
const DUTCH_DIGITS = 10;
const FEWEST_DIGITS = 9;
/** Reading the numbering plans takes as long as finding an answer: most texts need none. */
const HAS_ENOUGH = new RegExp(`(?:\\d\\D*){${FEWEST_DIGITS}}`);
/** Dutch free and paid lines of companies. */
const PUBLIC_LINE = /^\+31(?:800|90[069])/;
/** "06-11-2025 10 uur" has the digits of a phone number. */
const DATE = /^\d{1,2}([-./])\d{1,2}\1(?:19|20)\d\d(?!\d)/;
const CHINESE_MOBILE = /^1[3-9]\d{9}$/;
/** Whatever follows one of these is taken for an extension, but may be another number: "06 12345678, 06 12345679". Cents stay. */
const EXTENSION_MARKS = /[;#]|(?<=\d{4}),|,(?!\d)/g;

/** A number of any country as it is dialled from abroad; E.164 gives it fifteen digits at most. */
const FROM_ABROAD = /^(?:\(?\+|00 ?[1-9])(?:\D{0,2}\d){8,15}$/;
/** `06 12 34 56 78`, `(020) 123 4567`, `0578-123456`. */
const PRINTED_DUTCH =
  /^\(?0(?:6|\d{2,3})\)?[ .-]?(?:\d{6,8}|\d{3,4}[ -]?\d{3,4}|\d{2,3}(?:([ .])\d{2,3})(?:\1\d{2,3}){0,2})$/;
const PRINTED_CHINESE = /^1[3-9]\d([ -]?)\d{4}\1\d{4}$/;

/** Returns the parts that are phone numbers, in the form of any country, or as dialled within the Netherlands or China. */
export function phoneSpans(text: string): readonly Span[] {
  if (!HAS_ENOUGH.test(text)) return [];
  // Within a country: a number without + counts only as it is dialled there.
  const dutch = spansIn(text, 'NL', (number) => /^(?:\(?0|\+|\(\+)/.test(number));
  const chinese = spansIn(text, 'CN', (number) => CHINESE_MOBILE.test(digitsOf(number)) && !arePrices(number));
  return [...dutch, ...chinese.filter(({ from, to }) => dutch.every((span) => to <= span.from || from >= span.to))];
}

/** Whether all of a text is a phone number, grouped as its country does; hours and sizes are often grouped otherwise. */
export function isPhone(text: string): boolean {
  const isChinese = PRINTED_CHINESE.test(text) && !LIST.test(text);
  const isDutch = PRINTED_DUTCH.test(text) && digitsOf(text).length === DUTCH_DIGITS;
  if (!isChinese && !isDutch && !FROM_ABROAD.test(text)) return false;
  const number = parsePhoneNumberFromString(text, isChinese ? 'CN' : 'NL');
  return number?.isValid() === true && isPrivate(text, number);
}

function spansIn(text: string, country: 'NL' | 'CN', isDialled: (number: string) => boolean): readonly Span[] {
  const found = findPhoneNumbersInText(text.replace(EXTENSION_MARKS, '\n'), country);
  return found.flatMap(({ startsAt: from, endsAt: to, number }): Span[] => {
    const written = text.slice(from, to);
    return isDialled(written) && isPrivate(written, number) ? [{ from, to, kind: 'phone' }] : [];
  });
}

function isPrivate(written: string, { number }: PhoneNumber): boolean {
  return digitsOf(written).length >= FEWEST_DIGITS && !PUBLIC_LINE.test(number) && !DATE.test(written);
}

/** "18.42 12.000 53" has dots in its groups and blanks between them. */
function arePrices(groups: string): boolean {
  return groups.includes('.') && groups.includes(' ');
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
