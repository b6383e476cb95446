/** Looks at a doubtful question a second time, by its meaning: within a time, within a number of calls a day, or not at all. */
import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, ExponentialBackoff, handleAll } from 'cockatiel';
import { redact } from '../conversation/redact.ts';
import type { SecondLook } from '../conversation/second-look.ts';
import type { Embed } from './embed-by-bedrock.ts';
import { MODELS } from './embedding-models.ts';
import { nearnessOf } from './entry-vectors.ts';
import { mixRanking } from './mix-ranking.ts';
import type { EmbeddingModelId } from './variables.ts';
import type { VectorsOf } from './vector-cache.ts';

export interface SecondLookOptions {
  readonly model: EmbeddingModelId;
  readonly embed: Embed;
  readonly vectorsOf: VectorsOf;
  /** Takes one call from those of the day; resolves to false when there is none left. */
  readonly takeCall: () => Promise<boolean>;
  /** From the doubt to the reply: everything that is read, counted and asked. */
  readonly timeLimitMs: number;
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void;
}

const MOST_FAILURES = 5;
const FIRST_REST_MS = 5000;
const LONGEST_REST_MS = 300_000;
/** The least that a model takes in one text. */
const MOST_CHARACTERS = 2000;

/** Returns the second look. It never rejects: what fails, is late or is not allowed leaves the ranking by words. */
export function lookByMeaning({ model, embed, vectorsOf, takeCall, timeLimitMs, log }: SecondLookOptions): SecondLook {
  const breaker = circuitBreaker(handleAll, {
    breaker: new ConsecutiveBreaker(MOST_FAILURES),
    halfOpenAfter: new ExponentialBackoff({ initialDelay: FIRST_REST_MS, maxDelay: LONGEST_REST_MS }),
  });

  async function look(...[text, ranking, catalogue, signal]: [...Parameters<SecondLook>, AbortSignal]) {
    const vectors = await vectorsOf(catalogue.version);
    if (!vectors) return undefined;
    const sent = (await redact(text)).slice(0, MOST_CHARACTERS);
    if (signal.aborted || !(await takeCall())) return undefined;
    const [vector = []] = await embed([sent], 'question', signal);
    const meaning = { nearness: nearnessOf(vector, vectors), scale: MODELS[model].nearness };
    return mixRanking(ranking, meaning, catalogue.matcher);
  }

  return async (text, ranking, catalogue) => {
    try {
      return await breaker.execute(() => within(timeLimitMs, (signal) => look(text, ranking, catalogue, signal)));
    } catch (error) {
      // The name alone: a message may repeat what was sent.
      if (!(error instanceof BrokenCircuitError))
        log('second look failed', { error: error instanceof Error ? error.name : 'unknown' });
      return undefined;
    }
  };
}

/** Rejects once the time is over, whether the work heeds the signal or not. */
function within<T>(timeMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(timeMs);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work(signal), late]);
}
