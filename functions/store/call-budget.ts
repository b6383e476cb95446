/** Counts the calls that cost money, of all containers together, and ends them for the day at a ceiling. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { embeddingCallsKey } from './activity-keys.ts';
import { expiryAfter, type TableOptions } from './items.ts';

export interface CallBudgetOptions extends TableOptions {
  readonly callsPerDay: number;
  readonly now: () => Date;
}

const KEEP_DAYS = 2;

/** Returns a function that takes one call from those of its day (UTC), and resolves to false when none is left. */
export function callBudget({ database, table, callsPerDay, now }: CallBudgetOptions): () => Promise<boolean> {
  let spentDay: string | undefined;
  return async () => {
    const at = now();
    const day = at.toISOString().slice(0, 10);
    // Whoever met the ceiling does not write again that day, however many questions come.
    if (spentDay === day) return false;
    try {
      await database.send(
        new UpdateCommand({
          TableName: table,
          Key: embeddingCallsKey(day),
          UpdateExpression: 'ADD calls :one SET expiresAt = :expiresAt',
          ConditionExpression: 'attribute_not_exists(calls) OR calls < :most',
          ExpressionAttributeValues: { ':one': 1, ':most': callsPerDay, ':expiresAt': expiryAfter(KEEP_DAYS, at) },
        }),
      );
      return true;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      spentDay = day;
      return false;
    }
  };
}
