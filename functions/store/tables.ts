/** The tables' keys, and how to make the tables where nothing else does (a developer's machine, tests). */
import { CreateTableCommand, type CreateTableCommandInput, ResourceInUseException } from '@aws-sdk/client-dynamodb';
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

/** Makes the tables that are not there yet. */
export async function createTables(database: Database, names: readonly string[]): Promise<void> {
  for (const name of names) {
    try {
      await database.send(new CreateTableCommand(tableDescription(name)));
    } catch (error) {
      // It is there from an earlier start: what was asked for holds.
      if (!(error instanceof ResourceInUseException)) throw error;
    }
  }
}
