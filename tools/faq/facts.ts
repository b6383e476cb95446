/** Reads the facts of a text that must be the same in every language: numbers, codes, addresses, prices, dates, names. */
import { isoDates } from './dates.ts';

/** `kind:value`, for instance `price:9.99` or `code:*#06#`. */
export type Fact = string;

const CODE = /`([^`]+)`/g;
const URL_OR_HOST = /(?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[\w./%#?=&-]*)?/gi;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const DIALLED = /[*#][*#\d]*\d[*#\d]*#?/g;
const PHONE = /(?:\+\d{1,3}|\b0)[\d -]{6,}\d/g;
const AMOUNT = String.raw`\d+(?:[.,]\d+)*`;
const PRICE = new RegExp(`(?:€|EUR)\\s?(${AMOUNT})|(${AMOUNT})\\s?(?:euro|欧元|欧(?![洲盟])|€(?!\\s?\\d))`, 'gi');
const PERCENT = new RegExp(`(${AMOUNT})\\s?(?:%|percent|procent)|百分之\\s?(${AMOUNT})`, 'gi');
const NUMBER = new RegExp(`${AMOUNT}(?:\\s?(?:万|million|miljoen))?`, 'g');
/** How Dutch mobile numbers begin, and what the Dutch call them. */
const MOBILE_PREFIX = /\b06\b/g;
const PLAIN_ASCII = /^[\x21-\x7e]+$/;

/** Returns the facts of the text, without repeats. */
export function factsOf(text: string): ReadonlySet<Fact> {
  const facts = new Set<Fact>();
  let rest = text.normalize('NFKC');
  const take = (pattern: RegExp, kind: string, form: (match: string) => string) => {
    for (const [whole, ...groups] of rest.matchAll(pattern)) {
      const value = form(groups.find((group) => group !== undefined) ?? whole);
      if (value !== '') facts.add(`${kind}:${value}`);
    }
    rest = rest.replace(pattern, ' ');
  };
  take(CODE, 'code', (code) => (PLAIN_ASCII.test(code) ? code : ''));
  take(EMAIL, 'e-mail', (address) => address.toLowerCase());
  take(URL_OR_HOST, 'address', hostForm);
  take(DIALLED, 'code', (code) => code);
  const { dates, rest: undated } = isoDates(rest);
  for (const date of dates) facts.add(`date:${date}`);
  rest = undated;
  take(PHONE, 'phone', (number) => number.replace(/\D/g, ''));
  take(PRICE, 'price', decimal);
  take(PERCENT, 'percent', decimal);
  rest = rest.replace(MOBILE_PREFIX, '');
  take(NUMBER, 'number', counted);
  return facts;
}

/** Returns the depths of the menu paths (`A › B › C` is 3) in the text, in order of size. */
export function menuDepths(text: string): readonly number[] {
  return text
    .split(/\*\*|[.。!！?？;；:：,，()（）]\s?|\n/)
    .map((part) => part.split('›').length)
    .filter((depth) => depth > 1)
    .sort((a, b) => a - b);
}

function hostForm(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/.]+$/, '');
}

/** Comma and point are decimal or thousands signs by language; three digits behind the last one make it thousands. */
function decimal(amount: string): string {
  const plain = amount.replace(/[.,](?=\d{3}(?!\d))/g, '').replace(',', '.');
  return String(Number(plain));
}

function counted(amount: string): string {
  const factor = amount.endsWith('万') ? 10_000 : /m\p{L}+$/u.test(amount) ? 1_000_000 : 1;
  return String(Number(decimal(amount.replace(/[^\d.,]/g, ''))) * factor);
}
