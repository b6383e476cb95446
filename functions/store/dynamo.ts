/** The DynamoDB client, with time limits that keep a reply within its time when the table is slow or gone. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export interface Patience {
  readonly connectionTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly attempts: number;
}

/** One try and one retry: a third would come after the visitor has given up. */
const FOR_REPLIES: Patience = { connectionTimeoutMs: 500, requestTimeoutMs: 1500, attempts: 2 };
/** A batch of a version is 3 MB, on a slow line too, and nobody waits for it but a deployment. */
export const FOR_PUBLISHING: Patience = { connectionTimeoutMs: 3000, requestTimeoutMs: 60_000, attempts: 5 };

export type Database = DynamoDBDocumentClient;

/** Returns a document client; without an endpoint it speaks to AWS in the region of the environment. */
export function openDatabase(endpoint?: string, patience = FOR_REPLIES): Database {
  const local =
    endpoint === undefined
      ? {}
      : { endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
  const client = new DynamoDBClient({
    ...local,
    maxAttempts: patience.attempts,
    requestHandler: {
      connectionTimeout: patience.connectionTimeoutMs,
      requestTimeout: patience.requestTimeoutMs,
      throwOnRequestTimeout: true,
    },
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
