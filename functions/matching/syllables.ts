/** Reads a word as Chinese syllables. */

const LONGEST_SYLLABLE = 6;

/** Returns the syllables a word consists of, taking the longest first and going back where that fails; none if it is not. */
export function syllablesOf(word: string, known: ReadonlySet<string>): readonly string[] {
  if (word === '') return [];
  const dead = new Set<number>();
  const from = (at: number): string[] | undefined => {
    if (at === word.length) return [];
    if (dead.has(at)) return undefined;
    for (let length = Math.min(LONGEST_SYLLABLE, word.length - at); length > 0; length -= 1) {
      const syllable = word.slice(at, at + length);
      const rest = known.has(syllable) ? from(at + length) : undefined;
      if (rest) return [syllable, ...rest];
    }
    dead.add(at);
    return undefined;
  };
  return from(0) ?? [];
}
