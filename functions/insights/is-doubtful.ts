/** Which turns maintainers look at: the ones without a sure answer. Apart from the list, which few requests need. */

const DOUBTFUL_BELOW = 0.7;

/** Returns whether a turn belongs on the list: no answer was given, or not a sure one. */
export function isDoubtful({ kind, confidence }: { readonly kind: string; readonly confidence: number }): boolean {
  return kind === 'fallback' || kind === 'suggestions' || (kind === 'answer' && confidence < DOUBTFUL_BELOW);
}
