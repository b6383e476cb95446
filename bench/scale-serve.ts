/**
 * Loads a matcher as a cold start does and asks it every question, in a process of its own that holds nothing else:
 * `scale-serve.ts MATCHER QUESTIONS`, under `node --expose-gc`.
 */
import { readFileSync } from 'node:fs';
import { stem } from '../functions/catalogue/languages.ts';
import { readMatcher } from '../functions/matching/codec.ts';
import { rank } from '../functions/matching/matcher.ts';
import type { Phrasing } from './engine.ts';
import { quantile } from './quantile.ts';

const ROUNDS = 5;
const BYTES_PER_MB = 1e6;

const [matcherPath = '', questionsPath = ''] = process.argv.slice(2);
const questions = JSON.parse(readFileSync(questionsPath, 'utf8')) as readonly Phrasing[];
const beforeMb = memoryMb();
const start = performance.now();
const matcher = readMatcher(readFileSync(matcherPath), stem);
const loadMs = performance.now() - start;
const right = questions.filter(({ text, locale, id }) => rank(text, locale, matcher).entries[0]?.id === id);
const rounds = Array.from({ length: ROUNDS }, () => questions.map(timeOf));
console.log(
  JSON.stringify({
    loadMs,
    medianMs: middleOfRounds(0.5),
    p99Ms: middleOfRounds(0.99),
    memoryMb: memoryMb() - beforeMb,
    processMb: process.memoryUsage().rss / BYTES_PER_MB,
    top1: right.length / questions.length,
  }),
);

function timeOf({ text, locale }: Phrasing): number {
  const asked = performance.now();
  rank(text, locale, matcher);
  return performance.now() - asked;
}

function middleOfRounds(share: number): number {
  return quantile(
    rounds.map((times) => quantile(times, share)),
    0.5,
  );
}

/** Memory that is in use after a garbage collection, buffers outside the heap included. */
function memoryMb(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / BYTES_PER_MB;
}
