/** Takes personal data and secrets out of a text before it is stored or logged. Pure. */

import { wordedSpans } from './redact-worded.ts';

/** What was taken out; its name in brackets takes its place. */
export type PrivateKind =
  | 'activation code'
  | 'bsn'
  | 'card'
  | 'eid'
  | 'email'
  | 'iban'
  | 'iccid'
  | 'id card'
  | 'imei'
  | 'number'
  | 'order number'
  | 'phone'
  | 'pin'
  | 'puk';

/** A part of a text: `from` inclusive, `to` exclusive, in UTF-16 units. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly kind: PrivateKind;
}

/** Characters that show nothing; between digits they would hide a number. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
const FULL_WIDTH = /[\uFF01-\uFF5E\u3000]/gu;
/** How far full-width forms lie above ASCII. */
const FULL_WIDTH_SHIFT = 0xfee0;

type Find = (text: string) => readonly Span[];

/** Fewer digits hold no number that is private by itself, save in an IBAN, which may consist of letters mostly. */
const FEWEST_DIGITS = 8;
const IBAN_START = /[A-Z]{2}\d{2}/i;

/**
 * Resolves to the text with such parts replaced by their kind in brackets, such as `[phone]`; invisible characters go if
 * anything was replaced. What needs words around it to be known (a PIN, an order number) is known in Chinese, English
 * and Dutch. Numbers that everybody may know stay: `112`, `0800-0402`, `*#06#`, plan sizes, prices, dates.
 */
export async function redact(text: string): Promise<string> {
  const visible = text.replace(INVISIBLE, '');
  const plain = visible.replace(FULL_WIDTH, toAscii);
  // The surer a finder is, the earlier it comes: what one has taken, the next does not see.
  let rest = plain;
  const found: Span[] = [];
  for (const find of [wordedSpans, ...(await findersOfNumbers(plain))]) {
    const spans = find(rest);
    found.push(...spans);
    for (const span of spans) rest = blank(rest, span);
  }
  if (found.length === 0) return text;
  return replaced(visible, found);
}

/** The numbering plans of the world are loaded with the first text that may hold a number: most questions hold none. */
async function findersOfNumbers(text: string): Promise<readonly Find[]> {
  if (text.replace(/\D/g, '').length < FEWEST_DIGITS && !IBAN_START.test(text)) return [];
  return (await import('./redact-numbered.ts')).NUMBER_FINDERS;
}

function replaced(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, kind } of spans.toSorted((a, b) => a.from - b.from)) {
    if (from < at) continue;
    result += `${text.slice(at, from)}[${kind}]`;
    at = to;
  }
  return result + text.slice(at);
}

/** A taken part becomes line breaks of the same length: nothing matches across them, and positions stay. */
function blank(text: string, { from, to }: Span): string {
  return text.slice(0, from) + '\n'.repeat(to - from) + text.slice(to);
}

function toAscii(character: string): string {
  return character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_SHIFT);
}
