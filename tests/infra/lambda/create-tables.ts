/** Makes the tables of a template in the embedded DynamoDB, under their logical ids. */
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import type { Database } from '../../../functions/store/dynamo.ts';
import { createTable } from '../../../functions/store/tables.ts';
import { readTemplate } from './assembly.ts';

export async function createTablesOf(database: Database, assembly: string, stack: string): Promise<void> {
  for (const [id, { Type, Properties }] of Object.entries(readTemplate(assembly, stack).Resources)) {
    if (Type !== 'AWS::DynamoDB::Table') continue;
    const { KeySchema, AttributeDefinitions, BillingMode, GlobalSecondaryIndexes } = Properties;
    const described = { KeySchema, AttributeDefinitions, BillingMode, GlobalSecondaryIndexes };
    await createTable(database, { ...described, TableName: id } as CreateTableCommandInput);
  }
}
