import { describe, expect, it } from 'vitest';
import { redact } from '../../functions/conversation/redact.ts';
import { numberSpans, unknownSpans } from '../../functions/conversation/redact-numbers.ts';
import { phoneSpans } from '../../functions/conversation/redact-phones.ts';

const shown =
  (find: typeof numberSpans) =>
  (text: string): readonly string[] =>
    find(text).map(({ from, to, kind }) => `${kind}: ${text.slice(from, to)}`);
const numbers = shown(numberSpans);
const phones = shown(phoneSpans);
const unknown = shown(unknownSpans);

describe('a number that gives itself away', () => {
  it.each([
    ['NO9386011117947', 'iban'],
    ['893104404000000000', 'iccid'],
    ['8931044040000000006', 'iccid'],
    ['89049032123451234512345678901235', 'eid'],
    ['11010519491231002X', 'id card'],
    ['11010519491231002x', 'id card'],
    ['490154203237518', 'imei'],
    ['4222222222222', 'card'],
    ['123456782', 'bsn'],
    ['123-456-782', 'bsn'],
    ['123 456 782', 'bsn'],
    ['1234 56 782', 'bsn'],
    ['1234.56782', 'bsn'],
    ['123456.782', 'bsn'],
  ])('is found: %s', (text, kind) => {
    expect(numbers(text)).toEqual([`${kind}: ${text}`]);
    expect(numbers(`is ${text}.`)).toEqual([`${kind}: ${text}`]);
  });

  it.each([
    ['89 with 17 digits', '89310440400000001'],
    ['89 with 21 digits', '893104404000000000061'],
    ['32 digits without 89', '12049032123451234512345678901235'],
    ['an X after another number', '8931044040000000000X'],
    ['15 digits of an identity card of before 1999', '110105491231002'],
    ['20 digits that pass the check of a card', '41111111111111111115'],
    ['nine digits in groups of no letter', '123-456.782'],
    ['nine digits in other groups', '1-23456782'],
    ['nine digits that fail the check', '123456783'],
    ['digits after letters', 'AB4111111111111111'],
    ['what may be dialled', '0123456782'],
    ['an IBAN that fails its check', 'NO9386011117948'],
    ['sixteen digits that begin like no card', '1111-1111-1111-1117'],
    ['sizes that pass the check of a card', '1000 2000 3000 4000'],
    ['sizes that pass the check of a BSN', '150 200 250'],
    ['years that pass the check of a card', '2023 2024 2025 2026'],
  ])('is not taken from %s: %s', (_, text) => {
    expect(numbers(text)).toEqual([]);
  });

  it('is found beside an IBAN, before and after it, but not inside one', () => {
    const [iban, card] = ['NL91ABNA0417164300', '4111 1111 1111 1111'];
    expect(numbers(`${iban} or ${card}`)).toEqual([`iban: ${iban}`, `card: ${card}`]);
    expect(numbers(`${card} or ${iban}`)).toEqual([`iban: ${iban}`, `card: ${card}`]);
    expect(numbers('DE62 3704 0044 0532 0130 01')).toEqual(['iban: DE62 3704 0044 0532 0130 01']);
  });

  it('is unknown when it has nine digits in a row, and is no public line', () => {
    expect(unknown('12345678 or 123456789 or 0900123456')).toEqual(['number: 123456789']);
  });

  it.each(['8001234567', '9061234567890', '900123456789', '090612345678', '+319001234567890'])(
    'is unknown when it only begins like a public line: %s',
    (text) => {
      expect(unknown(text)).toEqual([`number: ${text}`]);
    },
  );

  it.each(['080012345', '09001234567', '+319001234567', '00319061234567'])(
    'is not unknown when it is a public line: %s',
    (text) => {
      expect(unknown(text)).toEqual([]);
    },
  );
});

describe('a phone number', () => {
  it.each(['+376 312345', '0612800345', '+31 6 12345678', '138-1234-5678', '+86 139 1234 5678'])(
    'is found: %s',
    (text) => {
      expect(phones(`it is ${text}`)).toEqual([`phone: ${text}`]);
    },
  );

  it('is found beside one of another country', () => {
    const both = ['phone: 0612345678', 'phone: 13812345678'];
    expect(phones('0612345678 or 13812345678')).toEqual(both);
    expect(phones('13812345678 or 0612345678')).toEqual(both);
  });

  it.each([
    ['a number of eight digits', '+290 51234 in 2025'],
    ['a paid line', '0900 1234567'],
    ['a paid line from abroad', '+31 900 1234567'],
    ['a paid line from abroad, without a space', '+319001234567'],
    ['a paid line from abroad, with a hyphen', '0031-900 1234567'],
    ['a paid line in brackets', '(0900) 1234567'],
    ['a paid line and its price', '0900-1234567, 20 cent'],
    ['digits without the 0 to dial', '612300456'],
    ['a date and an hour', '06-11-2025 10 uur'],
    ['prices', '18.42 12.000 53'],
    ['prices with cents', '33,09 57.500 66.000'],
  ])('is not %s: %s', (_, text) => {
    expect(phones(text)).toEqual([]);
  });
});

describe('what is private among words', () => {
  it.each([
    ['a PUK that begins like the first of two', 'puk 12345678', 'puk [puk]'],
    ['a PUK in groups', 'mijn puk-code: 2345 6789', 'mijn puk-code: [puk]'],
    ['the second of two', 'PUK2: 23456789, puk2code 1234567', 'PUK2: [puk], puk2code [puk]'],
    ['a number in full width, spaces too', '号码　06　12345678', '号码　[phone]'],
    ['an IBAN of letters mostly', 'to MT86MALT01100ABCDEFGHIJKLMNOPQR', 'to [iban]'],
    ['a PIN that looks like a year', 'my PIN is 2025', 'my PIN is [pin]'],
    ['a PIN before an address', 'PIN 1234, mail a@b.nl', 'PIN [pin], mail [email]'],
    [
      'an activation code with all its parts',
      'LPA: 1$rsp.truphone.com$QR-G-5C$1.3.6.1.4.1.31746$1 werkt niet',
      '[activation code] werkt niet',
    ],
    ['an address before a site', 'jan@kpn.nl is weg, zie www.kpn.nl', '[email] is weg, zie www.kpn.nl'],
    ['an address in brackets', 'jan [at] gmail [dot] com', '[email]'],
    ['an address in words', 'jan apenstaartje ziggo punt nl', '[email]'],
    ['an address with a plain dot', 'jan_85 (at) mail2.nl', '[email]'],
    ['an order number that ends like a year', 'order number AB-2025', 'order number [order number]'],
    ['each of two', 'order 100234567, order 100234568', 'order [order number], order [order number]'],
  ])('goes: %s', async (_, text, rest) => {
    expect(await redact(text)).toBe(rest);
  });

  it.each(['order 2025 is late', 'order 1000eur', 'no\u200Bnet'])(
    'is nothing, and the text stays: %s',
    async (text) => {
      expect(await redact(text)).toBe(text);
    },
  );
});
