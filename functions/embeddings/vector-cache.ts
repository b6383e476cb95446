/** Keeps the vectors of the version in use in memory: read with the first question that needs them. */
import type { EntryVectors } from './entry-vectors.ts';

/** A publication writes its vectors a moment after its version, and may fail to. */
const ASK_AGAIN_AFTER_MS = 60_000;

/** Returns the vectors of a version, or undefined while it has none. */
export type VectorsOf = (version: number) => Promise<EntryVectors | undefined>;

/** Returns `read`, asked once a version, and again after a minute where it gave nothing; `now` is in milliseconds. */
export function vectorCache(read: VectorsOf, now: () => number): VectorsOf {
  let held: { readonly version: number; readonly askedAt: number; readonly vectors: ReturnType<VectorsOf> } | undefined;
  return async (version) => {
    if (held?.version !== version) held = { version, askedAt: now(), vectors: read(version) };
    const asked = held;
    try {
      const vectors = await asked.vectors;
      if (!vectors && held === asked && now() - asked.askedAt >= ASK_AGAIN_AFTER_MS) held = undefined;
      return vectors;
    } catch (error) {
      if (held === asked) held = undefined;
      throw error;
    }
  };
}
