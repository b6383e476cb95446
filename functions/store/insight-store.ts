/** Counts a day's events by atomic additions, spread over shards, so that reading costs days and not questions. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type Addition, type DayCounts, sumRows } from '../insights/day-counts.ts';
import { countPartition, type Key, SHARDS, shardOf } from './activity-keys.ts';
import { gather } from './gather.ts';
import { expiryAfter, type Item, queryItems, type TableOptions } from './items.ts';

export interface InsightStore {
  /** Adds to the counts of a day; `spreadBy` (a conversation or ticket) chooses the shard. */
  count(day: string, spreadBy: string, additions: readonly Addition[]): Promise<void>;
  /** Resolves when all that was counted here is stored, or has failed. */
  settled(): Promise<void>;
  /** Returns the counts of the days, in their order; a day without events has no rows. */
  readDays(days: readonly string[]): Promise<readonly DayCounts[]>;
}

export interface InsightStoreOptions extends TableOptions {
  /** Rest between two writings of counts, for a process that lives on after a reply: a killed one loses so much. */
  readonly countRestMs?: number;
  readonly now: () => Date;
}

/** Counts name nobody; two years and a bit let a month be compared with the same month twice. */
export const KEEP_COUNTS_DAYS = 800;
/** Days read at once: with the shards, as many requests as the client has connections. */
const DAYS_AT_ONCE = 5;

interface Counting {
  readonly day: string;
  readonly spreadBy: string;
  readonly additions: readonly Addition[];
}

/** Events that were counted while others were: the same rows are added to once for all of them. */
const COUNTED_TOGETHER = 500;
/** Some rows of one work are added to beside each other already. */
const COUNTS_BESIDE = 1;
/** Those of one turn. */
const ROWS_AT_ONCE = 8;
/** Where nobody waits for the counts: all of a busy second at once would keep the turns of the next waiting. */
const ROWS_AT_ONCE_AT_LEISURE = 2;

/** All events of a day go to the shard of one of them: whoever reads adds the shards up. */
function sumByDay(countings: readonly Counting[]) {
  return [...new Set(countings.map(({ day }) => day))].map((day) => {
    const ofDay = countings.filter((counting) => counting.day === day);
    const rows = ofDay.flatMap(({ additions }) => additions.map(({ row, by }) => new Map([[row, by]])));
    return { day, spreadBy: ofDay[0]?.spreadBy ?? '', rows: sumRows(rows) };
  });
}

/** Returns the store over the activity table. */
export function insightStore({ now, countRestMs = 0, ...options }: InsightStoreOptions): InsightStore {
  const { database, table } = options;
  const rowsAtOnce = countRestMs > 0 ? ROWS_AT_ONCE_AT_LEISURE : ROWS_AT_ONCE;

  const countings = gather<Counting>({
    work: async (taken) => {
      for (const { day, spreadBy, rows } of sumByDay(taken)) {
        const pk = countPartition(day, shardOf(spreadBy));
        const additions = [...rows];
        for (let at = 0; at < additions.length; at += rowsAtOnce)
          await Promise.all(additions.slice(at, at + rowsAtOnce).map(([row, by]) => add({ pk, sk: row }, by)));
      }
    },
    most: COUNTED_TOGETHER,
    beside: COUNTS_BESIDE,
    restMs: countRestMs,
  });

  function add(Key: Key, by: Addition['by']): Promise<unknown> {
    const names = Object.keys(by);
    return database.send(
      new UpdateCommand({
        TableName: table,
        Key,
        UpdateExpression: `ADD ${names.map((_, at) => `#n${at} :v${at}`).join(', ')} SET expiresAt = :expiresAt`,
        ExpressionAttributeNames: Object.fromEntries(names.map((name, at) => [`#n${at}`, name])),
        ExpressionAttributeValues: {
          ...Object.fromEntries(names.map((name, at) => [`:v${at}`, by[name]])),
          ':expiresAt': expiryAfter(KEEP_COUNTS_DAYS, now()),
        },
      }),
    );
  }

  async function readDay(day: string): Promise<DayCounts> {
    const shards = Array.from({ length: SHARDS }, (_, shard) => countPartition(day, shard));
    const items = await Promise.all(shards.map((pk) => queryItems(options, { pk })));
    return { day, rows: sumRows(items.map((shard) => new Map(shard.map((item) => [item.sk, countsOf(item)])))) };
  }

  return {
    count: (day, spreadBy, additions) => countings.take({ day, spreadBy, additions }),
    settled: countings.settled,
    async readDays(days) {
      await countings.settled();
      const counts: DayCounts[] = [];
      for (let at = 0; at < days.length; at += DAYS_AT_ONCE)
        counts.push(...(await Promise.all(days.slice(at, at + DAYS_AT_ONCE).map(readDay))));
      return counts;
    },
  };
}

function countsOf({ pk: _pk, sk: _sk, expiresAt: _expiresAt, ...counts }: Item): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts).filter((pair): pair is [string, number] => Number.isFinite(pair[1])),
  );
}
