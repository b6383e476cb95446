/** The DynamoDB client, with time limits that keep a reply within its time when the table is slow or gone. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

const CONNECTION_TIMEOUT_MS = 500;
const REQUEST_TIMEOUT_MS = 1500;
/** One try and one retry: a third would come after the visitor has given up. */
const MOST_ATTEMPTS = 2;

export type Database = DynamoDBDocumentClient;

/** Returns a document client; without an endpoint it speaks to AWS in the region of the environment. */
export function openDatabase(endpoint?: string): Database {
  const local =
    endpoint === undefined
      ? {}
      : { endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
  const client = new DynamoDBClient({
    ...local,
    maxAttempts: MOST_ATTEMPTS,
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      throwOnRequestTimeout: true,
    },
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
