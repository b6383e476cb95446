/** One step of the growth measurement in a process of its own, so that no size pays for another's memory. */
import { readFileSync, writeFileSync } from 'node:fs';
import { stem } from '../functions/catalogue/languages.ts';
import { trainMatcher } from '../functions/catalogue/train-matcher.ts';
import { readMatcher, writeMatcher } from '../functions/matching/codec.ts';
import { rank } from '../functions/matching/matcher.ts';
import type { Phrasing } from './engine.ts';
import { quantile } from './measure.ts';
import { readCatalogue } from './question-sets.ts';
import { syntheticCatalogue } from './synthetic.ts';

const QUESTIONS = 300;
const ROUNDS = 5;
const BYTES_PER_MB = 1e6;

const [mode, matcherPath = '', questionsPath = '', count = '0'] = process.argv.slice(2);
console.log(JSON.stringify(mode === 'build' ? build(Number(count)) : serve()));

/** Trains on `size` phrasings and writes the matcher and unseen questions to the two files. */
function build(size: number) {
  const { phrasings: real, knowledge } = readCatalogue();
  const { phrasings, questions } = syntheticCatalogue(real, size, QUESTIONS);
  const start = performance.now();
  const bytes = writeMatcher(
    trainMatcher(
      phrasings.map((phrasing) => ({ ...phrasing, voice: 'synthetic' })),
      knowledge,
    ),
  );
  const buildMs = performance.now() - start;
  writeFileSync(matcherPath, bytes);
  writeFileSync(questionsPath, JSON.stringify(questions));
  return {
    phrasings: phrasings.length,
    entries: new Set(phrasings.map(({ id }) => id)).size,
    buildMs,
    storedMb: bytes.length / BYTES_PER_MB,
  };
}

/** Loads the matcher as a cold start does, then asks every question several times. */
function serve() {
  const questions = JSON.parse(readFileSync(questionsPath, 'utf8')) as readonly Phrasing[];
  const beforeMb = memoryMb();
  const start = performance.now();
  const matcher = readMatcher(readFileSync(matcherPath), stem);
  const loadMs = performance.now() - start;
  let right = 0;
  const rounds = Array.from({ length: ROUNDS + 1 }, () => {
    right = 0;
    return questions.map(({ text, locale, id }) => {
      const asked = performance.now();
      const { entries } = rank(text, locale, matcher);
      const tookMs = performance.now() - asked;
      if (entries[0]?.id === id) right += 1;
      return tookMs;
    });
  }).slice(1); // The first round warms up.
  const middle = (share: number) =>
    quantile(
      rounds.map((times) => quantile(times, share)),
      0.5,
    );
  return {
    loadMs,
    medianMs: middle(0.5),
    p99Ms: middle(0.99),
    memoryMb: memoryMb() - beforeMb,
    processMb: process.memoryUsage().rss / BYTES_PER_MB,
    top1: right / questions.length,
  };
}

/** Memory that is in use after a garbage collection, buffers outside the heap included. */
function memoryMb(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / BYTES_PER_MB;
}
