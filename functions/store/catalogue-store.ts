/** Keeps the published versions of the catalogue: whole versions, and one pointer to the current one. */
import { setTimeout } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  type CatalogueVersion,
  type PublishedCatalogue,
  storedEntry,
  storedSlots,
  storedSupport,
} from '../catalogue/catalogue.ts';
import type { Database } from './dynamo.ts';

/** A version as it is read back: the catalogue, and the bytes of its matcher. */
export interface StoredVersion extends PublishedCatalogue {
  readonly version: number;
  readonly matcher: Uint8Array;
}

const POINTER = { pk: 'POINTER', sk: 'CURRENT' };
const pointerItem = z.object({
  version: z.number(),
  contentHash: z.string(),
  publishedAt: z.string(),
  parts: z.number().optional(),
});
/** An item may hold 400 KB; this leaves room for its keys. */
const CHUNK_BYTES = 350_000;
/** At most 25 items and 16 MB go in one request; nine chunks of a matcher are 3 MB, which a slow line still takes in time. */
const BATCH_ITEMS = 9;

/** Returns which version is current, or undefined when nothing was published yet. */
export async function readCurrentVersion(database: Database, table: string): Promise<CatalogueVersion | undefined> {
  const { Item } = await database.send(new GetCommand({ TableName: table, Key: POINTER, ConsistentRead: true }));
  return Item && pointerItem.parse(Item);
}

/** Writes a version without making it current: readers do not see it yet. Returns the number of its items. */
export async function writeVersion(database: Database, table: string, stored: StoredVersion): Promise<number> {
  const pk = partitionOf(stored.version);
  const packed = gzipSync(stored.matcher);
  const items: Record<string, unknown>[] = [
    ...stored.entries.map((entry) => ({ pk, sk: `ENTRY#${entry.id}`, entry })),
    { pk, sk: 'SUPPORT', support: stored.support },
    { pk, sk: 'SLOTS', slots: stored.slots },
  ];
  for (let at = 0; at < packed.length; at += CHUNK_BYTES) {
    const number = String(items.length).padStart(6, '0');
    items.push({ pk, sk: `MATCHER#${number}`, bytes: packed.subarray(at, at + CHUNK_BYTES) });
  }
  for (let at = 0; at < items.length; at += BATCH_ITEMS)
    await writeBatch(
      database,
      table,
      items.slice(at, at + BATCH_ITEMS).map((Item) => ({ PutRequest: { Item } })),
    );
  return items.length;
}

/** Deletes a version, or what an unfinished publication left of one; deleting twice is no error. */
export async function deleteVersion(database: Database, table: string, version: number): Promise<void> {
  const items = await queryAll(database, table, partitionOf(version), { attributes: 'pk, sk' });
  const requests = items.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } }));
  for (let at = 0; at < requests.length; at += BATCH_ITEMS)
    await writeBatch(database, table, requests.slice(at, at + BATCH_ITEMS));
}

type WriteRequests = NonNullable<BatchWriteCommandInput['RequestItems']>[string];

/** Longest wait before the attempt; a new on-demand table takes a version of some megabytes in a few seconds. */
const waitMs = (attempt: number) => Math.min(5000, 100 * 2 ** attempt);
const MOST_ATTEMPTS = 10;

async function writeBatch(database: Database, table: string, requests: WriteRequests): Promise<void> {
  let waiting = requests;
  for (let attempt = 0; waiting.length > 0; attempt += 1) {
    if (attempt === MOST_ATTEMPTS) throw new Error('The table did not take a version of the catalogue.');
    if (attempt > 0) await setTimeout(Math.random() * waitMs(attempt));
    const { UnprocessedItems } = await database.send(new BatchWriteCommand({ RequestItems: { [table]: waiting } }));
    waiting = UnprocessedItems?.[table] ?? [];
  }
}

/**
 * Makes the version current. Returns false, and changes nothing, when someone else published since `replaces` was read:
 * two publishers never mix, and the later one starts again.
 */
export async function pointTo(
  database: Database,
  table: string,
  next: CatalogueVersion,
  replaces: number | undefined,
): Promise<boolean> {
  try {
    await database.send(
      new PutCommand({
        TableName: table,
        Item: { ...POINTER, ...next },
        ...(replaces === undefined
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#version = :replaces',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':replaces': replaces },
            }),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Returns a whole version. Throws when a part of it is missing. */
export async function readVersion(database: Database, table: string, version: number): Promise<StoredVersion> {
  return versionFrom(version, await queryAll(database, table, partitionOf(version)));
}

/**
 * Returns the version that the pointer names, for half of what `readVersion` costs: a replica may answer, and only where
 * it does not hold every part yet, right after a publication, the parts are read again.
 */
export async function loadVersion(
  database: Database,
  table: string,
  { version, parts }: CatalogueVersion,
): Promise<StoredVersion> {
  const items = await queryAll(database, table, partitionOf(version), { consistent: false });
  return items.length === parts ? versionFrom(version, items) : readVersion(database, table, version);
}

function versionFrom(version: number, items: readonly StoredItem[]): StoredVersion {
  const matching = (prefix: string) => items.filter(({ sk }) => sk.startsWith(prefix));
  const packed = Buffer.concat(matching('MATCHER#').map(({ bytes }) => z.instanceof(Uint8Array).parse(bytes)));
  return {
    version,
    entries: matching('ENTRY#').map(({ entry }) => storedEntry.parse(entry)),
    support: storedSupport.parse(matching('SUPPORT')[0]?.support),
    slots: storedSlots.parse(matching('SLOTS')[0]?.slots),
    matcher: gunzipSync(packed),
  };
}

type StoredItem = Record<string, unknown> & { readonly pk: string; readonly sk: string };

async function queryAll(
  database: Database,
  table: string,
  pk: string,
  { attributes, consistent = true }: { attributes?: string; consistent?: boolean } = {},
): Promise<readonly StoredItem[]> {
  const items: StoredItem[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await database.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: consistent,
        ...(attributes && { ProjectionExpression: attributes }),
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    items.push(...((page.Items ?? []) as StoredItem[]));
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
}

function partitionOf(version: number): string {
  return `VERSION#${String(version).padStart(8, '0')}`;
}
