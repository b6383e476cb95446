declare module 'snowball-stemmers' {
  /** Returns the stemmer of a Snowball algorithm, by its English name. Throws for an unknown name. */
  export function newStemmer(algorithm: string): { stem(word: string): string };
}
