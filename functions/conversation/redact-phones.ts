/** Finds phone numbers, by the numbering plans of the world. */
import { findPhoneNumbersInText } from 'libphonenumber-js/min';
import type { Span } from './redact.ts';

/** A Dutch number without its country code has ten digits; what is shorter is a service that everybody may know. */
const FEWEST_DIGITS = 9;
/** Reading the numbering plans takes as long as finding an answer: most texts need none. */
const HAS_ENOUGH = new RegExp(`(?:\\d\\D*){${FEWEST_DIGITS}}`);
/** Dutch free and paid lines of companies. */
export const PUBLIC_LINE = /^(?:(?:\+|00)31[ -]?)?0?(?:800|900|906|909)/;
const CHINESE_MOBILE = /^1[3-9]\d{9}$/;

/** Returns the parts that are phone numbers, in the form of any country, or as dialled within the Netherlands or China. */
export function phoneSpans(text: string): readonly Span[] {
  if (!HAS_ENOUGH.test(text)) return [];
  // Within a country: a number without + counts only as it is dialled there.
  const dutch = spansIn(text, 'NL', (number) => /^(?:\(?0|\+|\(\+)/.test(number));
  const chinese = spansIn(text, 'CN', (number) => CHINESE_MOBILE.test(number.replace(/\D/g, '')));
  return [...dutch, ...chinese.filter(({ from, to }) => dutch.every((span) => to <= span.from || from >= span.to))];
}

function spansIn(text: string, country: 'NL' | 'CN', isDialled: (number: string) => boolean): readonly Span[] {
  return findPhoneNumbersInText(text, country).flatMap(({ startsAt, endsAt }): Span[] => {
    const number = text.slice(startsAt, endsAt);
    const digits = number.replace(/\D/g, '');
    const isPrivate = digits.length >= FEWEST_DIGITS && !PUBLIC_LINE.test(number) && isDialled(number);
    return isPrivate ? [{ from: startsAt, to: endsAt, kind: 'phone' }] : [];
  });
}
