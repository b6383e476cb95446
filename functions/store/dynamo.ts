/** The DynamoDB client, with limits that keep a reply within its time when the table is slow, busy, silent or gone. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { checkReply } from './check-reply.ts';
import { guardTables, type TableGuard } from './guard-tables.ts';

export interface Limits {
  readonly connectionMs: number;
  /** From the request to the end of its reply. */
  readonly requestMs: number;
  /**
   * Tries of one request, the first included. The client's standard mode spaces them with full jitter and a budget of its
   * own: a hundred retries without a success between them, and then none.
   */
  readonly attempts: number;
  /** Failures in a row, over all requests to a table, after which it is left alone for a while. */
  readonly mostFailures: number;
}

/** One try and one retry: a third would come after the visitor has given up. */
const VISITORS: Limits = { connectionMs: 500, requestMs: 1500, attempts: 2, mostFailures: 5 };
/** For publishing and other work that no visitor waits for. A batch of a version is 3 MB, on a slow line too. */
export const FOR_PUBLISHING: Limits = {
  connectionMs: 3000,
  requestMs: 60_000,
  attempts: 5,
  mostFailures: Number.POSITIVE_INFINITY,
};

export type Database = DynamoDBDocumentClient & TableGuard;

/** Returns a document client; without an endpoint it speaks to AWS in the region of the environment. */
export function openDatabase(
  endpoint?: string,
  { connectionMs, requestMs, attempts, mostFailures }: Limits = VISITORS,
): Database {
  const local =
    endpoint === undefined
      ? {}
      : { endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
  const client = new DynamoDBClient({
    ...local,
    maxAttempts: attempts,
    retryMode: 'standard',
    requestHandler: {
      connectionTimeout: connectionMs,
      requestTimeout: requestMs,
      throwOnRequestTimeout: true,
    },
  });
  client.middlewareStack.add(checkReply(requestMs), { name: 'checkReply', step: 'deserialize', priority: 'low' });
  const guard = guardTables(client.middlewareStack, mostFailures);
  return Object.assign(
    DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    guard,
  );
}
