/** Finds private numbers with another number beside them: "4111 1111 1111 1111 12/27", "06 12345678 3 keer". */
import type { PrivateKind, Span } from './redact.ts';
import { kindOf } from './redact-numbers.ts';
import { isPhone } from './redact-phones.ts';

/** Groups of digits with one separator between (two for " - "), but not from minutes on: numbers that follow one another look like one. */
const RUN = /(?<![A-Za-z\d]|\d:)[+(]{0,2}\d+(?:[ .\-/()]{1,2}\d+)+[Xx]?/g;
/** The groups of a date may complete those beside it: "11 06 2025 1200", "2026/08/06 1730-1330". */
const DATE = /(?<!\d)(?:[0-3]?\d([-./ ])[01]?\d\1(?:19|20)\d\d|(?:19|20)\d\d([-./])[01]?\d\2[0-3]?\d)(?!\d)/g;
const GROUP = /[+(]{0,2}\d+[Xx]?/g;
/** An EID has eight on paper, nothing more. */
const MOST_GROUPS = 8;
/**
 * How numbers are printed. Among all the parts of a run too many pass a check of one digit by chance if they may be
 * grouped in any way: dates, hours, bands, sizes of plans.
 */
const PRINTED: readonly RegExp[] = [
  /^\d{9,}X?$/i,
  // Cards, and whatever is copied in fours; American Express and Diners.
  /^\d{4}([ .-])\d{4}(?:\1\d{4})+(?:\1\d{1,3}X?)?$/i,
  /^3\d{3}([ -])\d{6}\1\d{4,5}$/,
  // IMEI
  /^(?:\d{2}([ -])\d{6}|\d{6}([ -])\d{2}|\d{8})[ -]\d{6}[ -]\d$/,
  // Identity card
  /^\d{6}([ -])\d{8}\1\d{3}[\dX]$/i,
  // BSN
  /^\d{3,4}([ .-])\d{2,3}\1\d{3}$/,
];

/** Returns the parts of runs that are private by themselves: from each group on the longest. */
export function adjoiningSpans(text: string): readonly Span[] {
  const undated = text.replace(DATE, (date) => '\n'.repeat(date.length));
  return [...undated.matchAll(RUN)].flatMap(({ 0: run, index }) =>
    spansIn(run).map(({ from, to, kind }) => ({ from: index + from, to: index + to, kind })),
  );
}

function spansIn(run: string): readonly Span[] {
  const groups = [...run.matchAll(GROUP)].map(({ 0: group, index }) => ({ from: index, to: index + group.length }));
  const spans: Span[] = [];
  let at = 0;
  for (const [first, { from }] of groups.entries()) {
    if (from < at) continue;
    const ends = groups.slice(first, first + MOST_GROUPS).map(({ to }) => to);
    const span = longestFrom(run, from, ends);
    if (!span) continue;
    spans.push(span);
    at = span.to;
  }
  return spans;
}

function longestFrom(run: string, from: number, ends: readonly number[]): Span | undefined {
  // A bracket may belong to a phone number, to others it does not.
  const digitsFrom = run[from] === '(' ? from + 1 : from;
  for (const to of ends.toReversed()) {
    if (!standsAlone(run, from, to)) continue;
    const kind = kindOfPrinted(run.slice(digitsFrom, to));
    if (kind) return { from: digitsFrom, to, kind };
    if (isPhone(run.slice(from, to))) return { from, to, kind: 'phone' };
  }
  return undefined;
}

function kindOfPrinted(digits: string): PrivateKind | undefined {
  return PRINTED.some((form) => form.test(digits)) ? kindOf(digits) : undefined;
}

/** Between two numbers there is a blank or a slash, or a hyphen before an expiry date; dots join the groups of one. */
function standsAlone(run: string, from: number, to: number): boolean {
  return /^[ /]?$/.test(run.charAt(from - 1)) && /^[ )/-]?$/.test(run.charAt(to));
}
