/** Waits for a table as long as it gives signs of life, and hardly longer. */

/** Returns what the work gives, or `instead` once the table was silent too long or the wait was too long. */
export type Wait = <T>(work: Promise<T>, instead: T) => Promise<T>;

/** A silent table delays a question by no more than this in all; an answer takes 5 to 20 ms. */
export const PATIENCE_MS = 200;
/** A table that is busy with others answers, if late: a turn is rather stored than sent away. */
const MOST_MS = 2000;

/**
 * Returns a wait with one budget of silence for all the times it is used: one question, say. `lastAnswerAt` is on the clock
 * of `performance.now()`. The wait rejects with what the work rejects with.
 */
export function patience(lastAnswerAt: () => number, budgetMs: number): Wait {
  let leftMs = budgetMs;
  return async (work, instead) => {
    const startedAt = performance.now();
    const silentMs = () => performance.now() - Math.max(startedAt, lastAnswerAt());
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<void>((resolve) => {
      const look = () => {
        const restMs = Math.min(leftMs - silentMs(), startedAt + Math.max(MOST_MS, budgetMs) - performance.now());
        if (restMs <= 0) resolve();
        else timer = setTimeout(look, restMs);
      };
      look();
    });
    try {
      return await Promise.race([work, silence.then(() => instead)]);
    } finally {
      clearTimeout(timer);
      leftMs = Math.max(0, leftMs - silentMs());
    }
  };
}
