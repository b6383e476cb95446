/** Puts the second look together over the tables and the service; loaded with the first doubtful question. */
import type { SecondLook } from '../conversation/second-look.ts';
import type { EmbeddingSettings } from '../settings.ts';
import { callBudget } from '../store/call-budget.ts';
import type { Database } from '../store/dynamo.ts';
import { readVectors } from '../store/vector-store.ts';
import { embedByBedrock } from './embed-by-bedrock.ts';
import { lookByMeaning } from './look-by-meaning.ts';
import { vectorCache } from './vector-cache.ts';

export interface SecondLookSurroundings {
  readonly database: Database;
  readonly catalogueTable: string;
  readonly activityTable: string;
  readonly embeddings: EmbeddingSettings;
  readonly now: () => Date;
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void;
  /** Where something else than AWS gives the vectors. */
  readonly endpoint?: string;
}

/** Returns the second look; nothing is read or asked before it is used. */
export function openSecondLook(surroundings: SecondLookSurroundings): SecondLook {
  const { database, catalogueTable, activityTable, embeddings, now, log, endpoint } = surroundings;
  const { model, callsPerDay, timeLimitMs } = embeddings;
  return lookByMeaning({
    model,
    timeLimitMs,
    log,
    // A second try would come after the time is over.
    embed: embedByBedrock({ model, requestMs: timeLimitMs, attempts: 1, ...(endpoint !== undefined && { endpoint }) }),
    vectorsOf: vectorCache(
      (version) => readVectors({ database, table: catalogueTable }, { version, model }),
      () => now().getTime(),
    ),
    takeCall: callBudget({ database, table: activityTable, callsPerDay, now }),
  });
}
