/** Does together what is asked for while other things are being done: alone at once, under load in batches, by no clock. */

export interface GatherOptions<T> {
  /** Does the pieces; rejects for all of them. */
  readonly work: (pieces: readonly T[]) => Promise<void>;
  /** Most pieces at a time. */
  readonly most: number;
  /** How many such works go on beside each other; further pieces wait for one to end. */
  readonly beside: number;
}

interface Waiting<T> {
  readonly piece: T;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** Returns a function that takes one piece and resolves when it is done. */
export function gather<T>({ work, most, beside }: GatherOptions<T>): (piece: T) => Promise<void> {
  const waiting: Waiting<T>[] = [];
  let going = 0;

  async function go(): Promise<void> {
    // What is asked for in the same breath goes together.
    await Promise.resolve();
    while (waiting.length > 0) {
      const taken = waiting.splice(0, most);
      try {
        await work(taken.map(({ piece }) => piece));
        for (const { resolve } of taken) resolve();
      } catch (error) {
        for (const { reject } of taken) reject(error);
      }
    }
    going -= 1;
  }

  return (piece) =>
    new Promise((resolve, reject) => {
      waiting.push({ piece, resolve, reject });
      if (going >= beside) return;
      going += 1;
      go();
    });
}
