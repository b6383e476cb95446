/** Which turns maintainers look at: the ones without a sure answer. Apart from the list, which few requests need. */

/** What was replied, and the questions in a row for which nothing was found, this one included. */
interface Replied {
  readonly kind: string;
  readonly fallbacks: number;
}

/** Confidence (0–1) under which an answer that was given is still worth a look. */
const DOUBTFUL_BELOW = 0.7;

/** Returns whether a turn belongs on the list: no answer was given, or not a sure one. */
export function isDoubtful(turn: Replied & { readonly confidence: number }): boolean {
  const { kind, confidence } = turn;
  if (kind === 'answer') return confidence < DOUBTFUL_BELOW;
  return kind === 'fallback' || kind === 'suggestions' || isUnaskedHandoff(turn);
}

/**
 * Returns whether a person was named only because nothing was found again. One who asks for a person, or whom an answer
 * did not help, is handed over without such a row.
 */
export function isUnaskedHandoff({ kind, fallbacks }: Replied): boolean {
  return kind === 'handoff' && fallbacks > 0;
}
