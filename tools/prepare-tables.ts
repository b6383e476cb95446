/** Makes the local tables and publishes the content in them, however long an outside DynamoDB keeps it waiting. */
import { setTimeout } from 'node:timers/promises';
import { FOR_PUBLISHING, openDatabase } from '../functions/store/dynamo.ts';
import { publish } from '../functions/store/publish.ts';
import { createTables } from '../functions/store/tables.ts';
import { compiled, type Sources } from './compiled.ts';
import { LOCAL_TABLES } from './local-tables.ts';

export interface TablePreparation {
  readonly endpoint: string;
  readonly sources: Sources;
  /** An embedded DynamoDB is ours: if it fails, so does the start. */
  readonly isOurs: boolean;
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void;
}

export interface PreparedTables {
  /** Makes sure of them again: an outside DynamoDB may have come back empty. */
  prepareAgain(): void;
  close(): void;
}

/** An outside DynamoDB that takes longer is prepared while questions are answered already. */
const START_MS = 2000;
/** Between tries: at least half of it, by chance. */
const AGAIN_MS = 2000;
/** Short enough that a table which came back is found within seconds, long enough for three megabytes on the loopback. */
const LIMITS = { ...FOR_PUBLISHING, requestMs: 3000, attempts: 1 };

/** Resolves when it is done, or for an outside DynamoDB after two seconds; it then goes on by itself until `close`. */
export async function prepareTables({ endpoint, sources, isOurs, log }: TablePreparation): Promise<PreparedTables> {
  const database = openDatabase(endpoint, isOurs ? FOR_PUBLISHING : LIMITS);
  const closing = new AbortController();
  let running: Promise<void> | undefined;

  async function prepare(): Promise<void> {
    await createTables(database, Object.values(LOCAL_TABLES));
    await publish(database, LOCAL_TABLES.catalogue, {
      hash: sources.hash,
      compile: () => compiled(sources),
      publishedAt: new Date().toISOString(),
    });
  }

  async function prepareUntilDone(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        return await prepare();
      } catch (error) {
        log('tables not prepared', { error: String(error) });
        await setTimeout(AGAIN_MS * (0.5 + Math.random() / 2), undefined, { signal: closing.signal }).catch(() => {});
      }
    }
  }

  function prepareAgain(): Promise<void> {
    running ??= prepareUntilDone().finally(() => {
      running = undefined;
    });
    return running;
  }

  if (isOurs) await prepare();
  else await Promise.race([prepareAgain(), setTimeout(START_MS, undefined, { ref: false })]);
  return {
    prepareAgain: () => void prepareAgain(),
    close: () => {
      closing.abort();
      database.destroy();
    },
  };
}
