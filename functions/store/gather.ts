/** Does together what is asked for while other things are being done: alone at once, under load in batches, by no clock unless asked. */

import { setImmediate } from 'node:timers/promises';

export interface GatherOptions<T> {
  /** Does the pieces; rejects for all of them. */
  readonly work: (pieces: readonly T[]) => Promise<void>;
  /** Most pieces at a time. */
  readonly most: number;
  /** How many such works go on beside each other; further pieces wait for one to end. */
  readonly beside: number;
  /** Rest after each work, so that the next has more to do together. */
  readonly restMs?: number;
}

interface Waiting<T> {
  readonly piece: T;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

export interface Gatherer<T> {
  /** Resolves when the piece is done. */
  take(piece: T): Promise<void>;
  /** Resolves when nothing is going on or waiting; nobody rests meanwhile. Never rejects. */
  settled(): Promise<void>;
}

/** Returns what takes pieces; nothing is done before the first. */
export function gather<T>({ work, most, beside, restMs = 0 }: GatherOptions<T>): Gatherer<T> {
  const waiting: Waiting<T>[] = [];
  const going = new Set<Promise<void>>();
  const wakeUps = new Set<() => void>();
  let hurrying = 0;

  const rest = () =>
    new Promise<void>((resolve) => {
      const wakeUp = () => {
        clearTimeout(timer);
        wakeUps.delete(wakeUp);
        resolve();
      };
      const timer = setTimeout(wakeUp, restMs);
      wakeUps.add(wakeUp);
    });

  async function go(): Promise<void> {
    // What this round of the event loop still brings goes together.
    await setImmediate();
    while (waiting.length > 0) {
      const taken = waiting.splice(0, most);
      try {
        await work(taken.map(({ piece }) => piece));
        for (const { resolve } of taken) resolve();
      } catch (error) {
        for (const { reject } of taken) reject(error);
      }
      if (restMs > 0 && hurrying === 0) await rest();
    }
  }

  return {
    take: (piece) =>
      new Promise((resolve, reject) => {
        waiting.push({ piece, resolve, reject });
        if (going.size >= beside) return;
        const one = go().finally(() => going.delete(one));
        going.add(one);
      }),
    async settled() {
      hurrying += 1;
      for (const wakeUp of wakeUps) wakeUp();
      while (going.size > 0) await Promise.all(going);
      hurrying -= 1;
    },
  };
}
