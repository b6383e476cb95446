/** Reading and deleting many items by key, page by page and batch by batch. */
import { BatchGetCommand, BatchWriteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Key } from './activity-keys.ts';
import type { Database } from './dynamo.ts';

export type Item = Record<string, unknown> & Key;

export interface TableOptions {
  readonly database: Database;
  readonly table: string;
}

export interface PartitionQuery {
  readonly pk: string;
  /** Beginning of the sort key. */
  readonly prefix?: string;
  readonly newestFirst?: boolean;
  /** Most items to return. */
  readonly limit?: number;
}

/** DynamoDB's own limits. */
const GET_BATCH = 100;
export const WRITE_BATCH = 25;
/** How often what DynamoDB left out of a batch is asked for again. */
const MOST_ROUNDS = 8;

/** Returns the items of a partition, in the order of their sort keys. */
export async function queryItems({ database, table }: TableOptions, query: PartitionQuery): Promise<readonly Item[]> {
  const { pk, prefix, newestFirst = false, limit = Number.POSITIVE_INFINITY } = query;
  const items: Item[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await database.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: prefix === undefined ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ...(prefix !== undefined && { ':prefix': prefix }) },
        ScanIndexForward: !newestFirst,
        ConsistentRead: true,
        ...(Number.isFinite(limit) && { Limit: limit - items.length }),
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    items.push(...((page.Items ?? []) as Item[]));
    start = page.LastEvaluatedKey;
  } while (start && items.length < limit);
  return items;
}

/** Returns the items at the keys, in the order of the keys; keys without an item are left out. */
export async function getItems({ database, table }: TableOptions, keys: readonly Key[]): Promise<readonly Item[]> {
  const nameOf = ({ pk, sk }: Key) => `${pk}\0${sk}`;
  const unique = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
  const found = new Map<string, Item>();
  for (let at = 0; at < unique.length; at += GET_BATCH) {
    let waiting: Record<string, unknown>[] = unique.slice(at, at + GET_BATCH).map((key) => ({ ...key }));
    for (let round = 0; waiting.length > 0; round += 1) {
      if (round === MOST_ROUNDS) throw new TableBusyError();
      const { Responses, UnprocessedKeys } = await database.send(
        new BatchGetCommand({ RequestItems: { [table]: { Keys: waiting } } }),
      );
      for (const item of (Responses?.[table] ?? []) as Item[]) found.set(nameOf(item), item);
      waiting = UnprocessedKeys?.[table]?.Keys ?? [];
    }
  }
  return unique.flatMap((key) => found.get(nameOf(key)) ?? []);
}

/** Deletes the items at the keys; a key without an item is no error. */
export function deleteItems(options: TableOptions, keys: readonly Key[]): Promise<void> {
  return writeItems(
    options,
    keys.map((Key) => ({ DeleteRequest: { Key: { ...Key } } })),
  );
}

/** Stores the items, whose keys all differ, in place of those with their keys; rejects when one may not be stored. */
export async function putItems(options: TableOptions, items: readonly Item[]): Promise<void> {
  const [only, ...others] = items;
  // One alone costs less by itself, for us and for the table.
  if (only && others.length === 0)
    await options.database.send(new PutCommand({ TableName: options.table, Item: only }));
  else
    await writeItems(
      options,
      items.map((Item) => ({ PutRequest: { Item } })),
    );
}

type WriteRequest =
  | { readonly DeleteRequest: { Key: Record<string, unknown> } }
  | { readonly PutRequest: { Item: Item } };

async function writeItems({ database, table }: TableOptions, requests: readonly WriteRequest[]): Promise<void> {
  for (let at = 0; at < requests.length; at += WRITE_BATCH) {
    let waiting = requests.slice(at, at + WRITE_BATCH);
    for (let round = 0; waiting.length > 0; round += 1) {
      if (round === MOST_ROUNDS) throw new TableBusyError();
      const { UnprocessedItems } = await database.send(new BatchWriteCommand({ RequestItems: { [table]: waiting } }));
      waiting = (UnprocessedItems?.[table] ?? []) as typeof waiting;
    }
  }
}

/** Returns whether the item's time has not passed: DynamoDB deletes what expired within days, not at once. */
export function isAlive(item: Item | undefined, now: Date): item is Item {
  return item !== undefined && (typeof item.expiresAt !== 'number' || item.expiresAt > now.getTime() / 1000);
}

/** Returns the moment (seconds since 1970) some days after `now`. */
export function expiryAfter(days: number, now: Date): number {
  return Math.floor(now.getTime() / 1000) + days * 86_400;
}

/** Thrown when the table keeps leaving a part of a batch undone. */
export class TableBusyError extends Error {
  constructor() {
    super('The table did not take a batch.');
    this.name = 'TableBusyError';
  }
}
