/**
 * `npm run bench:growth`: processor time of what reads visitors' texts, as texts of one repeated piece grow to many times
 * what is let in. Growth of 2 at each doubling is linear, of 4 quadratic. Patterns inside libraries are tried too.
 */
import { isPossiblePhoneNumber } from 'libphonenumber-js/min';
import { LANGUAGE_PACKS } from '../../functions/conversation/language-pack.ts';
import { redact } from '../../functions/conversation/redact.ts';
import { clausesOf } from '../../functions/conversation/second-question.ts';
import { normalise } from '../../functions/matching/normalise.ts';

/** What is let in has 500 characters as a question, and 2,000 as a ticket. */
const LENGTHS = [1000, 2000, 4000, 8000];
const TRIES = 5;
const PIECES = [
  'a',
  '0',
  '1 ',
  '1-',
  '06 ',
  '+31',
  '1$a.',
  'a.',
  'a@',
  'a@a.',
  ' (at) ',
  'NL12',
  'pin:',
  'a-',
  '中',
  'é',
  '(',
  '. ',
];

const packs = Object.values(LANGUAGE_PACKS);
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  redact,
  normalise: (text) => normalise(text, new Map()),
  clausesOf: (text) => packs.map((pack) => clausesOf(text, pack)),
  isPossiblePhoneNumber: (text) => isPossiblePhoneNumber(text, 'NL'),
};

async function leastMs(read: (text: string) => unknown, text: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < TRIES; at += 1) {
    const before = process.cpuUsage();
    await read(text);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

for (const [name, read] of Object.entries(READERS)) {
  const rows = [];
  for (const piece of PIECES) {
    const times = [];
    for (const length of LENGTHS) times.push(await leastMs(read, piece.repeat(length / piece.length)));
    const growth = (times.at(-1) ?? 0) / Math.max(times.at(-2) ?? 0, Number.EPSILON);
    rows.push({ piece, times, growth });
  }
  const slowest = rows.toSorted((a, b) => (b.times.at(-1) ?? 0) - (a.times.at(-1) ?? 0)).slice(0, 3);
  for (const { piece, times, growth } of slowest)
    console.log(
      `${name.padEnd(22)} ${JSON.stringify(piece).padEnd(9)} ${times.map((ms) => ms.toFixed(2).padStart(8)).join(' ')} ms  last doubling × ${growth.toFixed(1)}`,
    );
}
