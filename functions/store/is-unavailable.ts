/** Tells a table that cannot be reached, or takes no more for now, from a mistake of ours. */
import { DynamoDBServiceException, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { TableBusyError } from './items.ts';
import { TableSilentError } from './table-silent-error.ts';

const BUSY = ['ThrottlingException', 'ProvisionedThroughputExceededException', 'RequestLimitExceeded'];

/** Returns whether the same request may well succeed later. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof TableBusyError || error instanceof TableSilentError) return true;
  if (error instanceof DynamoDBServiceException) return error.$fault === 'server' || isBusy(error);
  // The client adds $metadata to what happens on the way: refused or broken connections, time limits.
  return error instanceof Error && '$metadata' in error;
}

/** Returns whether the table is throttled, or not there (yet). */
export function isBusy(error: DynamoDBServiceException): boolean {
  return BUSY.includes(error.name) || error instanceof ResourceNotFoundException;
}
