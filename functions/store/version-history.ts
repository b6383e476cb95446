/** Remembers which versions of the catalogue were begun and which are whole, apart from which one is current. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { CatalogueVersion } from '../catalogue/catalogue.ts';
import type { Database } from './dynamo.ts';

const PARTITION = 'VERSIONS';
const historyItem = z.object({
  version: z.number(),
  contentHash: z.string(),
  publishedAt: z.string(),
  parts: z.number().optional(),
  /** False from the first write of a version until it was read back and found whole. */
  whole: z.boolean(),
});

/** A version that was begun; `publishedAt` is when that was. */
export type VersionRecord = z.infer<typeof historyItem>;

/** Returns all versions that are still kept, newest first. */
export async function readHistory(database: Database, table: string): Promise<readonly VersionRecord[]> {
  const { Items } = await database.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': PARTITION },
      ScanIndexForward: false,
      ConsistentRead: true,
    }),
  );
  return (Items ?? []).map((item) => historyItem.parse(item));
}

/** Takes a version's number, so that no other publication ever writes under it. Returns false when it is taken. */
export async function beginVersion(database: Database, table: string, begun: CatalogueVersion): Promise<boolean> {
  try {
    await database.send(
      new PutCommand({
        TableName: table,
        Item: { ...keyOf(begun.version), ...begun, whole: false },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Records that the version was read back and is whole: from now on it can be made current. */
export async function recordWhole(database: Database, table: string, version: CatalogueVersion): Promise<void> {
  await database.send(
    new PutCommand({ TableName: table, Item: { ...keyOf(version.version), ...version, whole: true } }),
  );
}

/** Forgets the version; its parts are deleted before. */
export async function forgetVersion(database: Database, table: string, version: number): Promise<void> {
  await database.send(new DeleteCommand({ TableName: table, Key: keyOf(version) }));
}

function keyOf(version: number): { pk: string; sk: string } {
  return { pk: PARTITION, sk: String(version).padStart(8, '0') };
}
