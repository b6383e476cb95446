/** Shares of few counts, with the interval that says how sure they are. */

/** A share (0–1) of `count` cases, and its 95 % interval; no value when there are no cases. */
export interface Share {
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/** Standard normal quantile for 95 %. */
const Z = 1.959964;

/**
 * Returns the share with the score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference" (1927): it stays within 0 and 1 and is honest for one or two cases.
 */
export function wilson(successes: number, count: number): Share {
  if (count <= 0) return { value: null, low: 0, high: 1, count: 0 };
  const value = Math.min(1, Math.max(0, successes / count));
  const square = Z * Z;
  const centre = value + square / (2 * count);
  const spread = Z * Math.sqrt((value * (1 - value) + square / (4 * count)) / count);
  const scale = 1 + square / count;
  return {
    value: rounded(value),
    low: rounded(Math.max(0, (centre - spread) / scale)),
    high: rounded(Math.min(1, (centre + spread) / scale)),
    count,
  };
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
