/** `npm run fuzz [-- --cases 50000 --seed 1]`: every route of the API under generated requests, each reply checked. */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { startFuzzedService } from '../../tests/http/fuzzed-service.ts';
import { fuzz } from './fuzz.ts';

const DEFAULT_CASES = 50_000;
const MOST_LINES = 20;
const MOST_SEED = 2 ** 31;

const { values } = parseArgs({ options: { cases: { type: 'string' }, seed: { type: 'string' } } });
const cases = Number(values.cases ?? DEFAULT_CASES);
const seed = Number(values.seed ?? randomInt(MOST_SEED));
const { service, options } = await startFuzzedService();
const statuses = new Map<number, number>();
console.log(`${cases} cases, seed ${seed}`);
try {
  await fuzz(service.app, {
    ...options,
    cases,
    seed,
    onCase: (status) => statuses.set(status, (statuses.get(status) ?? 0) + 1),
  });
  const counts = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
  console.log(`Every reply was as described. ${counts.join(', ')}`);
} catch (error) {
  // What the reply does not say and the log does.
  console.error(
    service.logged
      .filter((line) => !line.startsWith('{"event":"request",'))
      .slice(-MOST_LINES)
      .join('\n'),
  );
  throw error;
} finally {
  await service.close();
}
