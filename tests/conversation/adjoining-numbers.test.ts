import { describe, expect, it } from 'vitest';
import { redact } from '../../functions/conversation/redact.ts';
import { adjoiningSpans } from '../../functions/conversation/redact-adjoining.ts';

const found = (text: string): readonly string[] =>
  adjoiningSpans(text).map(({ from, to, kind }) => `${kind}: ${text.slice(from, to)}`);

const CARD = '4111 1111 1111 1111';

describe('a private number with another number beside it', () => {
  it.each([
    [`my card ${CARD} 12/27 was charged twice`, `card: ${CARD}`],
    [`card ${CARD} 123 declined`, `card: ${CARD}`],
    [`${CARD}-12/27`, `card: ${CARD}`],
    [`in 2025 ${CARD} and 27`, `card: ${CARD}`],
    [`mijn kaart (${CARD}) doet het niet`, `card: ${CARD}`],
    ['4111111111111111 12/27', 'card: 4111111111111111'],
    ['diners 3056 930902 5904 12/27', 'card: 3056 930902 5904'],
    ['bsn 123 456 782 2 x', 'bsn: 123 456 782'],
    ['2 x 1 1234.56.782 3', 'bsn: 1234.56.782'],
    ['imei 35 209900 176148 1 2 phones', 'imei: 35 209900 176148 1'],
    ['2 352099-00-176148-1', 'imei: 352099-00-176148-1'],
    ['35209900-176148-1 2', 'imei: 35209900-176148-1'],
    ['iccid 8931 0440 1234 5678 901 25-11-2025', 'iccid: 8931 0440 1234 5678 901'],
    ['8904 9032 1234 5123 4512 3456 7890 1235 2', 'eid: 8904 9032 1234 5123 4512 3456 7890 1235'],
    ['身份证110105 19491231 002x 2次', 'id card: 110105 19491231 002x'],
    ['1101 0519 4912 3100 2X 2', 'id card: 1101 0519 4912 3100 2X'],
    ['mijn nummer 06 12345678 3 keer', 'phone: 06 12345678'],
    ['06 12345678 20 euro', 'phone: 06 12345678'],
    ['06-1234 5678 2', 'phone: 06-1234 5678'],
    ['06 12 34 56 78/2', 'phone: 06 12 34 56 78'],
    ['(020) 123 4567 2 x', 'phone: (020) 123 4567'],
    ['3 (06) 12345678 2', 'phone: (06) 12345678'],
    ['0578 12 34 56 2', 'phone: 0578 12 34 56'],
    ['iPhone 15 06 12345678', 'phone: 06 12345678'],
    ['25-11-2025 06 12345678', 'phone: 06 12345678'],
    ['call me on +31 6 1234 5678 20 min', 'phone: +31 6 1234 5678'],
    ['00 31 6 12345678 2', 'phone: 00 31 6 12345678'],
    ['+44 7911 123456 3 times', 'phone: +44 7911 123456'],
    ['我的号码138 0013 8000 3次', 'phone: 138 0013 8000'],
  ])('is found: %s', (text, part) => {
    expect(found(text)).toEqual([part]);
  });

  it('is found each time when several follow one another', () => {
    expect(found(`06 12345678 06 12345679 2 ${CARD} 12/27`)).toEqual([
      'phone: 06 12345678',
      'phone: 06 12345679',
      `card: ${CARD}`,
    ]);
  });

  it('is found behind a comma, which is no extension of a phone number', async () => {
    expect(await redact('06 12345678, 24 uur')).toBe('[phone], 24 uur');
    expect(await redact('06 12345678, 06 12345679')).toBe('[phone], [phone]');
    expect(await redact('06 12345678，06 12345679')).toBe('[phone]，[phone]');
    expect(await redact('06 12345678，06 12345679 3次')).toBe('[phone]，[phone] 3次');
    expect(await redact('*101# 06 12345678')).toBe('*101# [phone]');
  });
});

describe('numbers that follow one another are none', () => {
  it.each([
    ['bands', '700 800 900 1400 1800 2100 2600 MHz'],
    ['sizes', '1000 2000 3000 4000 5000 MB'],
    ['sizes that pass the check of a BSN', '100 200 300 400 500 MB'],
    ['minutes in the groups of a Chinese number', '150 2000 3000 5000'],
    ['years', '2022 2023 2024 2025 2026'],
    ['a date and an hour', '06-11-2025 10.30'],
    ['a date and an amount', '11 06 2025 1200'],
    ['a date backwards and hours', '2026/08/06 1730-1330'],
    ['hours', '0330-0530 15 0900-1730'],
    ['hours and a size', '2030-1130 16 256'],
    ['a minute before a date', '14:00 14/07/2025 4.05'],
    ['addresses of machines', '192.168.1.1 255.255.255.0'],
    ['a public line and minutes', '0900 1234567 20'],
    ['a public line and too much', '0906 1234567 3'],
    ['an order number of eight digits', '1234 5678 90'],
    ['a card that fails its check', '4111 1111 1111 1112 12/27'],
    ['a card with different separators', '4111 1111-1111 1111 12/27'],
    ['digits after letters', 'AB06 12345678 2'],
    ['a number that no country has', '+99 6 12345678 2'],
  ])('%s: %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});
