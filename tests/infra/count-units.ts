/** Counts what DynamoDB charges for the requests of a client, by its own account. */
import type { Database } from '../../functions/store/dynamo.ts';

export interface Units {
  readonly reads: number;
  readonly writes: number;
}

/** Counts from now on; the function that is returned tells what some work cost. */
export function countUnits(database: Database): (work: () => Promise<unknown>) => Promise<Units> {
  let units = { reads: 0, writes: 0 };
  database.middlewareStack.add(
    (next, { commandName }) =>
      async (step) => {
        const result = await next({ ...step, input: { ...step.input, ReturnConsumedCapacity: 'TOTAL' } });
        const { ConsumedCapacity } = result.output as {
          ConsumedCapacity?: { CapacityUnits?: number } | { CapacityUnits?: number }[];
        };
        const used = [ConsumedCapacity ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
        units[/^(Get|Query|BatchGet|Scan)/.test(String(commandName)) ? 'reads' : 'writes'] += used;
        return result;
      },
    { step: 'initialize' },
  );
  return async (work) => {
    units = { reads: 0, writes: 0 };
    await work();
    return units;
  };
}
