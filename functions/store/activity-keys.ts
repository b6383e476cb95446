/** The keys of the activity table: every kind of item, and how writes of one day spread over partitions. */
import { PARTITION_KEY, SORT_KEY } from './tables.ts';

export type Key = {
  readonly [PARTITION_KEY]: string;
  readonly [SORT_KEY]: string;
};

/**
 * Partitions a day. One takes 1,000 writes a second; a question makes at most three writes that go by day, so that at
 * 1,000 questions a second each of these partitions gets under 400 (docs/data.md).
 */
export const SHARDS = 8;

/** Returns the shard of a conversation: always the same one, and as many conversations in each. */
export function shardOf(conversationId: string): number {
  let hash = 0x811c9dc5;
  // FNV-1a, 32 bits, with a last mix: the lowest bits alone are not even enough.
  for (let at = 0; at < conversationId.length; at += 1)
    hash = Math.imul(hash ^ conversationId.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) % SHARDS;
}

/** All that is stored of one conversation: its turns, feedback, and pointers to its tickets. */
export const conversationPartition = (conversationId: string) => `CONVERSATION#${conversationId}`;
export const TURN = 'TURN#';
export const FEEDBACK = 'FEEDBACK#';
export const TICKET_POINTER = 'TICKET#';

/** Pointers, by day, to turns without a sure answer, and to turns with feedback; they hold nothing personal. */
export type DayList = 'DOUBTFUL' | 'FEEDBACK';
export const dayListPartition = (list: DayList, day: string, shard: number) => `${list}#${day}#${shard}`;
/** Counters of a day: `LOCALE#en`, `ENTRY#no-internet`, `SURVEY`, `TICKETS`. */
export const countPartition = (day: string, shard: number) => `COUNT#${day}#${shard}`;

/** How often the embeddings service was asked on a day. */
export const embeddingCallsKey = (day: string): Key => ({ pk: `EMBEDDINGS#${day}`, sk: 'CALLS' });

export const ticketKey = (ticketId: string): Key => ({ pk: `TICKET#${ticketId}`, sk: 'TICKET' });
/** Pointers to the tickets that are not done yet, and by day of closing to those that are. */
export const OPEN_TICKETS = 'OPEN_TICKETS';
export const closedTicketsPartition = (day: string) => `CLOSED_TICKETS#${day}`;

/** Returns the ISO dates from `from` to `to`, both included. */
export function daysBetween(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
