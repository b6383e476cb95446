/** Whether a table answers, for those who would rather go on without it than wait. */
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Key } from './activity-keys.ts';
import type { TableOptions } from './items.ts';
import { PATIENCE_MS } from './patience.ts';

export interface TableWatch {
  /** When the table answered last, on the clock of `performance.now()`. */
  lastAnswerAt(): number;
  /** How long a question may wait for a table that is silent, in all. */
  readonly patienceMs: number;
  /** Resolves to whether the table answers in time; asked no more than five times a second. Never rejects. */
  answers(): Promise<boolean>;
}

/** Reading one small item takes 5 to 20 ms. */
export const PROMPT_MS = 250;
const ASKED_EVERY_MS = 200;
/** Nothing is stored there; that too is an answer. */
const NOTHING: Key = { pk: 'PROBE', sk: 'PROBE' };

/** Returns the watch over a table with the keys of ours; nothing is asked before the first call. */
export function watchTable({ database, table }: TableOptions, patienceMs = PATIENCE_MS): TableWatch {
  let asked: { readonly at: number; readonly answered: Promise<boolean> } | undefined;
  const ask = () => database.send(new GetCommand({ TableName: table, Key: NOTHING }));
  return {
    patienceMs,
    lastAnswerAt: () => database.lastAnswerAt(table),
    answers() {
      if (!asked || Date.now() - asked.at >= ASKED_EVERY_MS)
        asked = { at: Date.now(), answered: inTime(ask(), PROMPT_MS) };
      return asked.answered;
    },
  };
}

/** Resolves to whether the work succeeds within the time. Never rejects. */
export async function inTime(work: Promise<unknown>, mostMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, mostMs, false);
  });
  const done = work.then(
    () => true,
    () => false,
  );
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}
