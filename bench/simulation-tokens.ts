/** A token bucket, as AWS describes its own limits: a steady rate, and what was saved up to a burst. */
export interface TokenBucket {
  /** Takes so many at that second, or none when there are not enough. Time never goes back. */
  take(amount: number, at: number): boolean;
}

/** Returns a full bucket. */
export function tokenBucket(perSecond: number, burst: number): TokenBucket {
  let tokens = burst;
  let filledAt = 0;
  return {
    take(amount, at) {
      tokens = Math.min(burst, tokens + (at - filledAt) * perSecond);
      filledAt = at;
      if (tokens < amount) return false;
      tokens -= amount;
      return true;
    },
  };
}
