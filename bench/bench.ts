/** `npm run bench [-- --dev FILE.tsv | --set FILE.jsonl --k 10 | --scale] [--json]`: our engine beside its peers. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT_ROOT } from '../tools/read-content.ts';
import { flexSearch } from './flexsearch.ts';
import { fusePlain, fuseTokens } from './fuse.ts';
import { type Measured, measure } from './measure.ts';
import { miniSearch } from './minisearch.ts';
import { nlpJs } from './nlp-js.ts';
import { orama } from './orama.ts';
import { catalogueSet, type QuestionSet, utteranceSets } from './question-sets.ts';
import { benchScale } from './scale.ts';
import { simtolk } from './simtolk.ts';
import { printTables } from './table.ts';

const PEERS = [fusePlain, fuseTokens, miniSearch, flexSearch, orama, nlpJs];
const EFFORT = { rounds: 5, budgetMs: 30_000 };

const USAGE = `Usage: npm run bench [-- options]
  --dev FILE.tsv     our catalogue, asked these questions (default: tests/data/dev.tsv)
  --set FILE.jsonl   lines of {lang, intent, split, text} instead; may be repeated
  --k N              with --set: the first N train utterances of an intent (default: all)
  --scale            growth from 100 to 100,000 phrasings, as a table and as docs/bench-scale.svg
  --only NAME        only engines whose name contains this
  --json             for machines`;

const { values } = parseArgs({
  options: {
    dev: { type: 'string' },
    set: { type: 'string', multiple: true },
    k: { type: 'string' },
    only: { type: 'string', default: '' },
    scale: { type: 'boolean' },
    json: { type: 'boolean', default: false },
  },
});

if (values.scale) benchScale(values.json);
else await benchEngines(questionSets());

async function benchEngines(sets: readonly QuestionSet[]): Promise<void> {
  const measured: Measured[] = [];
  for (const set of sets) {
    const engines = [simtolk(set.knowledge), ...PEERS].filter(({ name }) => name.includes(values.only));
    measured.push(...(await measure(engines, set, EFFORT)));
  }
  if (values.json) console.log(JSON.stringify(measured, null, 2));
  else printTables(measured);
}

function questionSets(): readonly QuestionSet[] {
  const mostExamples = values.k === undefined ? Number.POSITIVE_INFINITY : Number(values.k);
  if (!(mostExamples >= 1)) fail(`--k is not a number of examples: ${values.k}`);
  if (values.set) return values.set.flatMap((path) => utteranceSets(path, mostExamples));
  const path = values.dev ?? join(PROJECT_ROOT, 'tests/data/dev.tsv');
  if (!existsSync(path)) fail(`There is no ${path}.`);
  return [catalogueSet(path)];
}

function fail(reason: string): never {
  console.error(`${reason}\n${USAGE}`);
  process.exit(2);
}
