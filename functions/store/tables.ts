/** The tables' keys, and how to make the tables where nothing else does (a developer's machine, tests). */
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import type { Database } from './dynamo.ts';

/** Names of the environment variables that hold the tables' names; infra sets them, functions read them. */
export const CATALOGUE_TABLE_VARIABLE = 'CATALOGUE_TABLE';
export const ACTIVITY_TABLE_VARIABLE = 'ACTIVITY_TABLE';

export const PARTITION_KEY = 'pk';
export const SORT_KEY = 'sk';
/** Attribute (seconds since 1970) after which DynamoDB deletes an item. */
export const EXPIRY_ATTRIBUTE = 'expiresAt';

/** Returns the description of a table, for CreateTable. */
export function tableDescription(name: string): CreateTableCommandInput {
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: PARTITION_KEY, AttributeType: 'S' },
      { AttributeName: SORT_KEY, AttributeType: 'S' },
    ],
    KeySchema: [
      { AttributeName: PARTITION_KEY, KeyType: 'HASH' },
      { AttributeName: SORT_KEY, KeyType: 'RANGE' },
    ],
  };
}

/** Makes the tables that are not there yet, and waits until they can be used. Throws when one cannot within 30 s. */
export async function createTables(database: Database, names: readonly string[]): Promise<void> {
  for (const name of names) await createTable(database, tableDescription(name));
}

/** Makes a table unless it is there, and waits until it can be used. Throws when it cannot within 30 s. */
export async function createTable(database: Database, description: CreateTableCommandInput): Promise<void> {
  try {
    await database.send(new CreateTableCommand(description));
  } catch (error) {
    // It is there from an earlier start: what was asked for holds.
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  // The reply comes while the table is still being made, and until it is made every other request is refused.
  await waitUntilTableExists(
    { client: database, minDelay: 0.01, maxDelay: 1, maxWaitTime: 30 },
    { TableName: description.TableName },
  );
}
