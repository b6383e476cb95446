/** Reads a text that is typed in syllables, without a keyboard for its characters: "liuliang yongwan". */

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

/** A text counts as typed in syllables when this share of its letters can be read as some. */
const SYLLABIC_SHARE = 0.75;
const LATIN = /^\p{Script=Latin}/u;

/**
 * Returns the syllables of each word, an empty one for a word that is none; nothing when the text is not typed in syllables.
 */
export function syllablesOfText(words: readonly string[], known: ReadonlySet<string>): readonly (readonly string[])[] {
  if (known.size === 0) return [];
  let letters = 0;
  for (const word of words) letters += word.length;
  const all: (readonly string[])[] = [];
  let readable = letters;
  for (const word of words) {
    const own = LATIN.test(word) ? syllablesOf(word, known) : [];
    if (own.length === 0) readable -= word.length;
    // Most texts are told by their first words.
    if (readable < SYLLABIC_SHARE * letters) return [];
    all.push(own.length > 0 ? own : ['']);
  }
  return all;
}
