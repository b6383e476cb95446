/** A matcher whose weights are written down, not trained: what it must say can be worked out on paper. */
import { UNCALIBRATED } from '../../functions/matching/calibration.ts';
import { hashTerm } from '../../functions/matching/fnv.ts';
import type { LanguageModel } from '../../functions/matching/language.ts';
import { type LexiconData, openLexicon } from '../../functions/matching/lexicon.ts';
import { startsOf, type Vocabulary, type Weights } from '../../functions/matching/linear.ts';
import type { Matcher } from '../../functions/matching/matcher.ts';
import { TERM_KINDS, type TermKind } from '../../functions/matching/terms.ts';
import { NOTHING_VERBATIM } from '../../functions/matching/verbatim.ts';

/** What each term adds to the score of each class, by `<kind> <term>`: `{ 'stem pot': { 'move-pot': 6 } }`. */
export type Pulls = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface HandMade {
  readonly classes: readonly string[];
  readonly pulls: Pulls;
  readonly lexicon?: Partial<LexiconData>;
  /** Words that a language is known by; `other` is known by none unless named. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
}

const SCALE = 0.1;
/** Log odds that a word of a language gives it. */
const WORD_OF_LANGUAGE = 6;

/** Returns a vocabulary in which every term is as rare as the others, and its weights. */
export function handMadeModel(
  classes: readonly string[],
  pulls: Pulls,
): { readonly vocabulary: Vocabulary; readonly weights: Weights } {
  const terms = Object.entries(pulls)
    .map(([name, scores]) => {
      const [first = '', ...words] = name.split(' ');
      const kind = TERM_KINDS.indexOf(first as TermKind);
      return { kind, hash: hashTerm(kind, words.join(' ')), scores };
    })
    .sort((a, b) => a.hash - b.hash);
  const hashes = Uint32Array.from(terms, ({ hash }) => hash);
  const cells = terms.map(({ scores }) => Object.entries(scores));
  const ends = cells.map((_, at) => cells.slice(0, at + 1).flat().length);
  const kindWeights = TERM_KINDS.map((_, kind) => (terms.some((term) => term.kind === kind) ? 1 : 0));
  return {
    vocabulary: { hashes, starts: startsOf(hashes), rarities: new Float32Array(hashes.length).fill(1), kindWeights },
    weights: {
      offsets: Uint32Array.of(0, ...ends),
      classes: Uint16Array.from(cells.flat(), ([id]) => classes.indexOf(id)),
      values: Int8Array.from(cells.flat(), ([, score]) => Math.round(score / SCALE)),
      scale: SCALE,
      bias: new Float32Array(classes.length),
    },
  };
}

/** Returns the model that knows the languages by the words named, and Chinese by its script. */
export function handMadeLanguages(words: NonNullable<HandMade['words']>): LanguageModel {
  const languages = ['en', 'nl', 'zh', 'other'];
  const pulls = Object.entries(words).flatMap(([language, own]) =>
    own.map((word) => [`word ${word}`, { [language]: WORD_OF_LANGUAGE }] as const),
  );
  return { languages, scripts: { Han: 'zh' }, ...handMadeModel(languages, Object.fromEntries(pulls)) };
}

/** Returns the matcher. */
export function handMadeMatcher({ classes, pulls, lexicon = {}, words = {} }: HandMade): Matcher {
  const model = handMadeModel(classes, pulls);
  return {
    classes,
    lexicon: openLexicon({ folds: '', sounds: {}, concepts: {}, ...lexicon }, (word) => word),
    ...model,
    verbatim: NOTHING_VERBATIM,
    languages: handMadeLanguages(words),
    calibration: UNCALIBRATED,
  };
}
