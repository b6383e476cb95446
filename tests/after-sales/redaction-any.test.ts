import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../functions/conversation/redact.ts';

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((each) => each.join(''));
const separator = fc.constantFrom('', ' ', '-');
const around = fc.constantFrom<[string, string]>(
  ['my number is ', ', thanks'],
  ['mijn nummer: ', ' graag'],
  ['我的号码是', '，谢谢'],
  ['號碼', '收不到'],
);

/** Splits into groups of four, as people copy long numbers. */
const inFours = (text: string, mark: string) => (text.match(/.{1,4}/g) ?? []).join(mark);

function luhnDigit(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

function dutchIban(account: string): string {
  // ISO 13616: letters count from 10, the country and 00 go last, and the whole modulo 97 leaves 98 minus the check.
  const number = [...`ABNA${account}NL00`].map((sign) => Number.parseInt(sign, 36)).join('');
  return `NL${String(98n - (BigInt(number) % 97n)).padStart(2, '0')}ABNA${account}`;
}

/** The eleven-test of a BSN, on eight digits; undefined where no ninth fits. */
function bsnOf(body: string): string | undefined {
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0);
  return sum % 11 === 10 ? undefined : `${body}${sum % 11}`;
}

const KINDS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'Dutch mobile numbers': fc
    .tuple(digits(8), separator, fc.constantFrom('06', '+316', '+31 6', '00316'))
    .filter(([number]) => /^[1-5]/.test(number))
    .map(([number, mark, start]) => `${start}${mark}${number}`),
  'Chinese mobile numbers': fc
    .tuple(fc.constantFrom('138', '139', '186', '150'), digits(8), separator)
    .map(([start, rest, mark]) => `${start}${mark}${inFours(rest, mark)}`),
  IMEIs: fc.tuple(digits(12), separator).map(([body, mark]) => inFours(`35${body}${luhnDigit(`35${body}`)}`, mark)),
  ICCIDs: fc.tuple(digits(15), separator).map(([body, mark]) => inFours(`8931${body}`, mark)),
  EIDs: fc.tuple(digits(28), separator).map(([body, mark]) => inFours(`8904${body}`, mark)),
  cards: fc.tuple(digits(14), separator).map(([body, mark]) => inFours(`4${body}${luhnDigit(`4${body}`)}`, mark)),
  'Dutch IBANs': fc
    .tuple(digits(10), fc.constantFrom('', ' '))
    .map(([account, mark]) => inFours(dutchIban(account), mark)),
  BSNs: fc
    .tuple(fc.integer({ min: 1, max: 9 }), digits(7))
    .map(([first, rest]) => bsnOf(`${first}${rest}`) ?? '111222333'),
};

describe('any valid number of a kind leaves the text, in whatever groups and language', () => {
  it.each(Object.entries(KINDS))('%s', async (_, numbers) => {
    await fc.assert(
      fc.asyncProperty(numbers, around, async (number, [before, after]) => {
        expect(await redact(`${before}${number}${after}`)).toMatch(/^[^\d]*\[[a-z ]+\][^\d]*$/);
      }),
      { numRuns: 500 },
    );
  });
});

/** What people write right beside such a number: an expiry date, how often, how much, when. */
const beside = fc.constantFrom('', '2', '15', '123', '12/27', '25-11-2026', '10.30', '12.50', '2025', '1000');
const countDigits = (text: string) => text.replace(/\D/g, '').length;

describe('any valid number of a kind leaves the text, whatever numbers stand beside it', () => {
  it.each(Object.entries(KINDS))('%s', async (_, numbers) => {
    await fc.assert(
      fc.asyncProperty(beside, numbers, beside, async (before, number, after) => {
        const left = await redact(`ik heb ${before} ${number} ${after} gezegd`);
        expect(left).toMatch(/\[[a-z ]+\]/);
        expect(countDigits(left)).toBeLessThanOrEqual(countDigits(before + after));
      }),
      { numRuns: 500 },
    );
  });
});
