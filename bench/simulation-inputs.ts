/**
 * What the simulation assumes. "AWS" marks a default quota or documented behaviour of AWS as of 2026-11 (not looked up by
 * the program: check Service Quotas of your account); "measured" comes from this project; "assumed" is a guess that
 * `npm run simulate -- --name value` replaces.
 */
export interface SimulationInputs {
  /** Time that a warm function takes for a question: median, and spread of its logarithm. Assumed. */
  readonly warmMs: number;
  readonly warmSpread: number;
  /** Extra time of the first question in a container. Assumed; Lambda was not measured. */
  readonly coldMs: number;
  /** A container without a question for this long is gone. AWS does not say; people observe 5 to 15 minutes. */
  readonly idleMinutes: number;
  /** Requests a second that all HTTP APIs of an account and region take, and the burst above it. AWS. */
  readonly apiRate: number;
  readonly apiBurst: number;
  /** Containers at once in an account and region (new accounts have less), and new ones of a function a second. AWS. */
  readonly concurrency: number;
  readonly newContainersPerSecond: number;
  readonly newContainersBurst: number;
  /** Units that one partition of a table takes a second. AWS. */
  readonly partitionReads: number;
  readonly partitionWrites: number;
  /** Seconds of unused units that a partition saves up. AWS keeps up to 300 and does not promise them: none is the worst. */
  readonly partitionBurstSeconds: number;
  /** Writes a second that a new on-demand table takes at once; it doubles its earlier peak within half an hour. AWS. */
  readonly tableWrites: number;
  /** Read units of a cold start in the catalogue's partition: the pointer alone, since the catalogue comes with the bundle. Measured. */
  readonly coldStartReads: number;
  /** Writes of a question, and how many of them go to the counters of its shard. Measured. */
  readonly writesPerQuestion: number;
  readonly shardWritesPerQuestion: number;
  /** Partitions over which a day's counters are spread: `functions/store/activity-keys.ts`. */
  readonly shards: number;
}

export const DEFAULT_INPUTS: SimulationInputs = {
  warmMs: 30,
  warmSpread: 0.5,
  coldMs: 1000,
  idleMinutes: 6,
  apiRate: 10_000,
  apiBurst: 5_000,
  concurrency: 1_000,
  newContainersPerSecond: 100,
  newContainersBurst: 1_000,
  partitionReads: 3_000,
  partitionWrites: 1_000,
  partitionBurstSeconds: 0,
  tableWrites: 4_000,
  coldStartReads: 1,
  writesPerQuestion: 3,
  shardWritesPerQuestion: 2,
  shards: 8,
};
