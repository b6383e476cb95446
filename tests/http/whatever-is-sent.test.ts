import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { fuzz } from '../../tools/fuzz/fuzz.ts';
import { startFuzzedService } from './fuzzed-service.ts';

const CASES = 1000;
const MOST_MS = 240_000;

it('gets a reply as described, whatever is sent to any route, and never a fault of ours', {
  timeout: MOST_MS,
}, async () => {
  const seed = Number(process.env.FUZZ_SEED ?? randomInt(2 ** 31));
  console.info(`seed ${seed}: npm run fuzz -- --cases ${CASES} --seed ${seed}`);
  const { service, options } = await startFuzzedService();
  const statuses = new Set<number>();
  await fuzz(service.app, { ...options, cases: CASES, seed, onCase: (status) => statuses.add(status) });
  await service.close();
  // The cases reach the handlers, and what stands before them.
  expect([...statuses]).toEqual(expect.arrayContaining([200, 201, 204, 400, 401, 404, 405, 413, 415]));
});
