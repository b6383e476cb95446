/** A discrete-event simulation of the deployed service: containers, quotas and partitions under questions that come by chance. */
import type { SimulationInputs } from './simulation-inputs.ts';
import { eventQueue } from './simulation-queue.ts';
import { tokenBucket } from './simulation-tokens.ts';

export interface Load {
  /** Questions a second at a moment (seconds since the start). */
  readonly rateAt: (second: number) => number;
  /** The highest rate there is. */
  readonly mostRate: number;
  readonly seconds: number;
  readonly seed: number;
}

/** Why a question got no answer, or its turn was not stored. */
export type Limit =
  | 'api rate'
  | 'containers'
  | 'new containers'
  | 'catalogue partition'
  | 'table writes'
  | 'shard writes';

export interface Outcome {
  readonly questions: number;
  readonly answered: number;
  /** Answers that began with a cold start. */
  readonly cold: number;
  /** Containers busy at once at most, and on average. */
  readonly mostBusy: number;
  readonly meanBusy: number;
  readonly latencyMs: readonly number[];
  /** Questions that met a limit, and the second at which the first one did. */
  readonly limited: ReadonlyMap<Limit, { readonly count: number; readonly firstAt: number }>;
}

interface Container {
  readonly hasCatalogue: boolean;
  readonly usedAt: number;
}

/** Limits that cost a turn its record, while the visitor is answered. */
const UNSTORED: readonly Limit[] = ['table writes', 'shard writes'];

/** Returns what happens. The same seed gives the same outcome. */
export function simulate(load: Load, inputs: SimulationInputs): Outcome {
  const random = randomNumbers(load.seed);
  const api = tokenBucket(inputs.apiRate, inputs.apiBurst);
  const starts = tokenBucket(inputs.newContainersPerSecond, inputs.newContainersBurst);
  const saved = Math.max(1, inputs.partitionBurstSeconds);
  const catalogue = tokenBucket(inputs.partitionReads, inputs.partitionReads * saved);
  const table = tokenBucket(inputs.tableWrites, inputs.tableWrites);
  const shards = Array.from({ length: inputs.shards }, () =>
    tokenBucket(inputs.partitionWrites, inputs.partitionWrites * saved),
  );
  const limited = new Map<Limit, { count: number; firstAt: number }>();
  const latencyMs: number[] = [];
  const finished = eventQueue<Container>();
  /** Most recently used last: Lambda keeps using the warm ones, and the others fall idle. */
  let idle: Container[] = [];
  let [questions, answered, cold, busy, mostBusy, busySeconds] = [0, 0, 0, 0, 0, 0];

  function meet(limit: Limit, at: number): void {
    const before = limited.get(limit);
    limited.set(limit, { count: (before?.count ?? 0) + 1, firstAt: before?.firstAt ?? at });
  }

  function takeIdle(at: number): Container | undefined {
    const container = idle.pop();
    if (!container || at - container.usedAt <= inputs.idleMinutes * 60) return container;
    // The most recently used one is gone, and so are all that were used before it.
    idle = [];
    return undefined;
  }

  /** Returns the limit that the question meets, if any. */
  function serve(at: number): Limit | undefined {
    if (!api.take(1, at)) return 'api rate';
    const warm = takeIdle(at);
    if (!warm && busy >= inputs.concurrency) return 'containers';
    if (!warm && !starts.take(1, at)) return 'new containers';
    const mustLoad = !warm?.hasCatalogue;
    const hasCatalogue = !mustLoad || catalogue.take(inputs.coldStartReads, at);
    const ms = inputs.warmMs * Math.exp(inputs.warmSpread * normal(random)) + (mustLoad ? inputs.coldMs : 0);
    busy += 1;
    busySeconds += ms / 1000;
    mostBusy = Math.max(mostBusy, busy);
    finished.add(at + ms / 1000, { hasCatalogue, usedAt: at + ms / 1000 });
    if (!hasCatalogue) return 'catalogue partition';
    answered += 1;
    if (mustLoad) cold += 1;
    latencyMs.push(ms);
    return store(at);
  }

  function store(at: number): Limit | undefined {
    if (!table.take(inputs.writesPerQuestion, at)) return 'table writes';
    const shard = shards[Math.floor(random() * shards.length)];
    return shard?.take(inputs.shardWritesPerQuestion, at) ? undefined : 'shard writes';
  }

  for (let at = gap(random, load.mostRate); at < load.seconds; at += gap(random, load.mostRate)) {
    for (let done = finished.nextBefore(at); done; done = finished.nextBefore(at)) {
      busy -= 1;
      idle.push(done);
    }
    // Thinning: of questions at the highest rate, as many are kept as the rate of the moment says.
    if (random() >= load.rateAt(at) / load.mostRate) continue;
    questions += 1;
    const limit = serve(at);
    if (limit) meet(limit, at);
  }
  return { questions, answered, cold, mostBusy, meanBusy: busySeconds / load.seconds, latencyMs, limited };
}

/** Returns whether the limit costs the visitor the answer. */
export function costsAnAnswer(limit: Limit): boolean {
  return !UNSTORED.includes(limit);
}

/** Seconds until the next question of a Poisson process. */
function gap(random: () => number, rate: number): number {
  return -Math.log(1 - random()) / rate;
}

/** Box and Muller: a standard normal number of two uniform ones. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Tommy Ettinger's Mulberry32: 32 bits of state are plenty here, and a seed makes a run repeatable. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
