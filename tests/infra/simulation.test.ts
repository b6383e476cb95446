/** The simulation of load: where arithmetic knows the answer, it gives that answer. */
import { describe, expect, it } from 'vitest';
import { type Load, simulate } from '../../bench/simulation.ts';
import { DEFAULT_INPUTS, type SimulationInputs } from '../../bench/simulation-inputs.ts';
import { eventQueue } from '../../bench/simulation-queue.ts';
import { tokenBucket } from '../../bench/simulation-tokens.ts';
import { SHARDS } from '../../functions/store/activity-keys.ts';
import { readUsage } from '../../tools/cost/read-data.ts';

const UNLIMITED: SimulationInputs = {
  ...DEFAULT_INPUTS,
  warmSpread: 0,
  apiRate: 1e9,
  apiBurst: 1e9,
  concurrency: 1e9,
  newContainersBurst: 1e9,
  tableWrites: 1e9,
  partitionWrites: 1e9,
  coldStartReads: 0,
};
const steady = (rate: number, seconds: number): Load => ({ rateAt: () => rate, mostRate: rate, seconds, seed: 7 });
const countOf = (limited: ReturnType<typeof simulate>['limited'], limit: Parameters<typeof limited.get>[0]) =>
  limited.get(limit)?.count ?? 0;

describe('questions that come by chance', () => {
  it('come at the rate that was asked for', () => {
    expect(simulate(steady(50, 1000), UNLIMITED).questions / 50_000).toBeCloseTo(1, 1);
  });

  it('follow a rate that changes', () => {
    const load = { rateAt: (at: number) => (at < 500 ? 0 : 100), mostRate: 100, seconds: 1000, seed: 7 };
    expect(simulate(load, UNLIMITED).questions / 50_000).toBeCloseTo(1, 1);
  });

  it('give the same outcome for the same seed', () => {
    expect(simulate(steady(20, 100), DEFAULT_INPUTS)).toEqual(simulate(steady(20, 100), DEFAULT_INPUTS));
  });
});

describe('containers', () => {
  it('are busy as Little’s law says: rate times time', () => {
    const { meanBusy } = simulate(steady(100, 1000), { ...UNLIMITED, coldMs: 0 });
    expect(meanBusy).toBeCloseTo(100 * 0.03, 1);
  });

  it('start cold as often as nobody asked within the idle time', () => {
    const rate = 1 / 600;
    const { cold, answered } = simulate(steady(rate, 2_000_000), { ...UNLIMITED, warmMs: 1, coldMs: 0 });
    expect(cold / answered).toBeCloseTo(Math.exp(-rate * UNLIMITED.idleMinutes * 60), 1);
  });

  it('are no more than the account may have', () => {
    const outcome = simulate(steady(1000, 10), { ...UNLIMITED, concurrency: 5 });
    expect(outcome.mostBusy).toBe(5);
    expect(countOf(outcome.limited, 'containers')).toBeGreaterThan(0);
  });
});

describe('a limit', () => {
  it.each([
    ['api rate', { apiRate: 10, apiBurst: 1 }],
    ['new containers', { newContainersPerSecond: 0, newContainersBurst: 1 }],
    ['catalogue partition', { coldStartReads: 1, partitionReads: 0 }],
    ['table writes', { tableWrites: 3 }],
    ['shard writes', { partitionWrites: 2 }],
  ] as const)('of %s is met when it is low, and not when it is high', (limit, low) => {
    const load = steady(200, 10);
    expect(countOf(simulate(load, { ...UNLIMITED, ...low }).limited, limit)).toBeGreaterThan(0);
    expect(simulate(load, UNLIMITED).limited.size).toBe(0);
  });

  it('of writes costs nobody an answer', () => {
    const { questions, answered } = simulate(steady(200, 10), { ...UNLIMITED, tableWrites: 0 });
    expect(answered).toBe(questions);
  });
});

describe('the inputs', () => {
  it('are those of the code', () => {
    const { measured } = readUsage();
    expect(DEFAULT_INPUTS.shards).toBe(SHARDS);
    expect(DEFAULT_INPUTS.coldStartReads).toBe(measured.coldStartReads);
    expect(DEFAULT_INPUTS.writesPerQuestion).toBe(Math.ceil(measured.questionWrites));
  });
});

describe('the queue', () => {
  it('gives events in the order of their time, and none before it', () => {
    const queue = eventQueue<number>();
    const times = [5, 1, 4, 1, 3, 9, 2, 6];
    for (const at of times) queue.add(at, at);
    expect(queue.nextBefore(0.5)).toBeUndefined();
    expect(times.map(() => queue.nextBefore(10))).toEqual(times.toSorted((a, b) => a - b));
    expect(queue.nextBefore(10)).toBeUndefined();
  });
});

describe('the bucket', () => {
  it('gives its burst, then its rate', () => {
    const bucket = tokenBucket(2, 3);
    expect([0, 0, 0, 0].map((at) => bucket.take(1, at))).toEqual([true, true, true, false]);
    expect([1, 1, 1].map((at) => bucket.take(1, at))).toEqual([true, true, false]);
  });
});
