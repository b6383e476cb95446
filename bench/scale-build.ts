/** Builds a synthetic catalogue's matcher in a process of its own: `scale-build.ts MATCHER QUESTIONS SIZE`. */
import { writeFileSync } from 'node:fs';
import { trainMatcher } from '../functions/catalogue/train-matcher.ts';
import { writeMatcher } from '../functions/matching/codec.ts';
import { readCatalogue } from './question-sets.ts';
import { syntheticCatalogue } from './synthetic.ts';

const QUESTIONS = 300;
const BYTES_PER_MB = 1e6;

const [matcherPath = '', questionsPath = '', size = '0'] = process.argv.slice(2);
const { phrasings: real, knowledge } = readCatalogue();
const { phrasings, questions } = syntheticCatalogue(real, Number(size), QUESTIONS);
const voiced = phrasings.map((phrasing) => ({ ...phrasing, voice: 'synthetic' }));
const start = performance.now();
const bytes = writeMatcher(trainMatcher(voiced, knowledge));
const buildMs = performance.now() - start;
writeFileSync(matcherPath, bytes);
writeFileSync(questionsPath, JSON.stringify(questions));
console.log(JSON.stringify({ buildMs, storedMb: bytes.length / BYTES_PER_MB }));
