/** Which catalogue table a command works on: one in AWS, an outside DynamoDB, or the local data folder. */
import { join } from 'node:path';
import { type Database, FOR_PUBLISHING, openDatabase } from '../functions/store/dynamo.ts';
import { createTables } from '../functions/store/tables.ts';
import { startEmbeddedDynamodb } from './embedded-dynamodb.ts';
import { readLocalSettings } from './local-settings.ts';
import { LOCAL_TABLES } from './local-tables.ts';

export interface CatalogueTable {
  readonly database: Database;
  readonly table: string;
  /** For people: where it is. */
  readonly place: string;
  close(): Promise<void>;
}

/**
 * Opens the table of that name in the AWS account of the environment, or without a name the local one. Throws when the
 * local data folder is in use by a server that runs.
 */
export async function openCatalogueTable(
  name: string | undefined,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<CatalogueTable> {
  const { dynamodbEndpoint, dataDir } = readLocalSettings(variables);
  if (name !== undefined)
    return {
      database: openDatabase(dynamodbEndpoint, FOR_PUBLISHING),
      table: name,
      place: name,
      close: async () => undefined,
    };
  const embedded = dynamodbEndpoint ? undefined : await startLocal(dataDir ?? '.data');
  const database = openDatabase(dynamodbEndpoint ?? embedded?.endpoint, FOR_PUBLISHING);
  await createTables(database, [LOCAL_TABLES.catalogue]);
  return {
    database,
    table: LOCAL_TABLES.catalogue,
    place: dynamodbEndpoint ?? `${dataDir}/`,
    close: async () => embedded?.close(),
  };
}

async function startLocal(dataDir: string) {
  try {
    return await startEmbeddedDynamodb(join(dataDir, 'dynamodb'));
  } catch (error) {
    throw new Error(`${dataDir} cannot be opened; stop the server that uses it first.`, { cause: error });
  }
}
