/** Stops asking a table that does not answer, so that a silent one costs a few requests their time and not each one. */
import { DynamoDBServiceException, type ServiceInputTypes, type ServiceOutputTypes } from '@aws-sdk/client-dynamodb';
import type { FinalizeRequestMiddleware, MiddlewareStack } from '@smithy/types';
import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
} from 'cockatiel';
import * as z from 'zod';
import { isBusy } from './is-unavailable.ts';
import { TableSilentError } from './table-silent-error.ts';

export interface TableGuard {
  /** When a table answered last, on the clock of `performance.now()`; a refusal for load or a fault is no answer. */
  lastAnswerAt(table: string): number;
}

/** One request tries a table that is left alone again: after half a second, with jitter, then four seconds at most. */
const FIRST_REST_MS = 500;
const LONGEST_REST_MS = 4000;

const addressed = z.union([
  z.object({ TableName: z.string() }).transform(({ TableName }) => TableName),
  z.object({ RequestItems: z.record(z.string(), z.unknown()) }).transform((it) => Object.keys(it.RequestItems).join()),
]);

/**
 * Guards every request of the client, each attempt by itself: once a table is left alone, after `mostFailures` in a row, no
 * retry is sent either.
 */
export function guardTables(
  stack: MiddlewareStack<ServiceInputTypes, ServiceOutputTypes>,
  mostFailures: number,
): TableGuard {
  const breakers = new Map<string, CircuitBreakerPolicy>();
  const answers = new Map<string, number>();
  const breakerOf = (table: string) => {
    const breaker = breakers.get(table) ?? newBreaker(mostFailures);
    breakers.set(table, breaker);
    return breaker;
  };
  const guard: FinalizeRequestMiddleware<ServiceInputTypes, ServiceOutputTypes> = (next) => async (args) => {
    const table = addressed.safeParse(args.input).data ?? '';
    try {
      const result = await breakerOf(table).execute(() => next(args));
      answers.set(table, performance.now());
      return result;
    } catch (error) {
      if (isRefusal(error)) answers.set(table, performance.now());
      throw withoutRetry(error);
    }
  };
  stack.addRelativeTo(guard, { name: 'guardTables', relation: 'after', toMiddleware: 'retryMiddleware' });
  return { lastAnswerAt: (table) => answers.get(table) ?? Number.NEGATIVE_INFINITY };
}

function newBreaker(mostFailures: number): CircuitBreakerPolicy {
  return circuitBreaker(
    handleWhen((error) => !isRefusal(error)),
    {
      breaker: new ConsecutiveBreaker(mostFailures),
      halfOpenAfter: new ExponentialBackoff({ initialDelay: FIRST_REST_MS, maxDelay: LONGEST_REST_MS }),
    },
  );
}

/** The table is well, and does not want this request: a condition that does not hold, say. */
function isRefusal(error: unknown): boolean {
  return error instanceof DynamoDBServiceException && error.$fault === 'client' && !isBusy(error);
}

/**
 * The client tries again what was refused, broken off or throttled; after a silence the time for that is over. It looks at
 * causes too, so that the new error has none.
 */
function withoutRetry(error: unknown): unknown {
  if (error instanceof BrokenCircuitError) return new TableSilentError('The table is left alone.');
  if (error instanceof Error && error.name === 'TimeoutError')
    return new TableSilentError('The table did not answer in time.');
  return error;
}
