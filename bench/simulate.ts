/** `npm run simulate [-- --coldMs 800 --coldStartReads 460]`: how the service does from 1 to 10,000 questions a second. */
import { parseArgs } from 'node:util';
import { estimate, quantitiesOf } from '../tools/cost/estimate.ts';
import { readPrices, readUsage } from '../tools/cost/read-data.ts';
import { costsAnAnswer, type Limit, type Load, type Outcome, simulate } from './simulation.ts';
import { DEFAULT_INPUTS, type SimulationInputs } from './simulation-inputs.ts';

const RATES = [1, 10, 100, 1_000, 10_000];
const MONTH_SECONDS = 30 * 86_400;
/** A crowd that comes from nothing, looked at for so long. */
const CROWD_SECONDS = 120;
const RAMP_SECONDS = 1_800;
const SEED = 1;
/** Questions in each hour of the day, as a part of the mean: few at night, most in the afternoon and evening. Assumed. */
const HOURS = [
  0.3, 0.2, 0.1, 0.1, 0.1, 0.2, 0.4, 0.7, 1.0, 1.3, 1.5, 1.5, 1.4, 1.5, 1.6, 1.6, 1.5, 1.4, 1.4, 1.5, 1.6, 1.4, 1.1,
  0.6,
];

const names = Object.keys(DEFAULT_INPUTS);
const { values } = parseArgs({ options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])) });
const given = Object.entries(values).map(([name, value]) => [name, Number(value)] as const);
const wrong = given.filter(([, value]) => !Number.isFinite(value) || value < 0);
if (wrong.length > 0) {
  console.error(`These take numbers: ${wrong.map(([name]) => `--${name}`).join(', ')}.`);
  process.exit(2);
}
const inputs: SimulationInputs = { ...DEFAULT_INPUTS, ...Object.fromEntries(given) };
console.log('Inputs (bench/simulation-inputs.ts says where each is from)');
console.table(inputs);

console.log(`\nA month of questions, as they come over the day`);
console.table([10_000, 100_000, 1_000_000].map((questions) => monthRow(questions)));
console.log(`\nFrom nothing to that many questions a second at once, the first ${CROWD_SECONDS} seconds`);
console.table(
  RATES.map((rate) => rowOf(rate, { rateAt: () => rate, mostRate: rate, seconds: CROWD_SECONDS, seed: SEED })),
);
console.log(`\nGrowing steadily to that many questions a second within ${RAMP_SECONDS / 60} minutes`);
console.table(
  RATES.slice(0, -1).map((rate) =>
    rowOf(rate, { rateAt: (at) => (rate * at) / RAMP_SECONDS, mostRate: rate, seconds: RAMP_SECONDS, seed: SEED }),
  ),
);
console.log('\nWritten a second, and cost of a million questions in eu-central-1 beyond what AWS gives for good');
console.table(RATES.map(partitionRow));

function monthRow(questions: number) {
  const mean = questions / MONTH_SECONDS;
  const most = Math.max(...HOURS);
  const rateAt = (second: number) => mean * (HOURS[Math.floor(second / 3600) % 24] ?? 1);
  const outcome = simulate({ rateAt, mostRate: mean * most, seconds: MONTH_SECONDS, seed: SEED }, inputs);
  return { 'a month': questions, ...shown(outcome) };
}

function rowOf(rate: number, load: Load) {
  return { 'a second': rate, ...shown(simulate(load, inputs)) };
}

function shown(outcome: Outcome) {
  const { questions, answered, cold, mostBusy, latencyMs } = outcome;
  const sorted = Float64Array.from(latencyMs).sort();
  const lost = questions - answered;
  return {
    'cold %': percent(cold, answered),
    'p50 ms': Math.round(sorted[Math.floor(sorted.length * 0.5)] ?? 0),
    'p99 ms': Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? 0),
    containers: mostBusy,
    'lost %': percent(lost, questions),
    'bites first': first(outcome, true),
    'turns not stored': first(outcome, false),
  };
}

function first({ limited }: Outcome, losingAnswers: boolean): string {
  const met = [...limited].filter(([limit]) => costsAnAnswer(limit) === losingAnswers);
  const [earliest] = met.toSorted(([, a], [, b]) => a.firstAt - b.firstAt);
  return earliest ? describe(...earliest) : '';
}

function describe(limit: Limit, { count, firstAt }: { readonly count: number; readonly firstAt: number }): string {
  return `${limit}, ${firstAt < 10 ? firstAt.toFixed(1) : Math.round(firstAt)} s, ${count.toLocaleString('en')}`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '' : ((100 * part) / whole).toFixed(part * 1000 < whole && part > 0 ? 3 : 1);
}

function partitionRow(rate: number) {
  const shard = (rate * inputs.shardWritesPerQuestion) / inputs.shards;
  const prices = readPrices();
  const usage = readUsage();
  const month = rate * MONTH_SECONDS;
  const [busy, idle] = [month, 0].map(
    (questions) => estimate(quantitiesOf(questions, usage), prices, 'eu-central-1').due,
  );
  return {
    'a second': rate,
    'table writes/s': rate * inputs.writesPerQuestion,
    'writes/s in each shard': shard,
    'shard is full': shard > inputs.partitionWrites ? 'yes' : 'no',
    'million questions a month': Math.round(month / 1e6),
    '$ a million': ((((busy ?? 0) - (idle ?? 0)) / month) * 1e6).toFixed(2),
  };
}
