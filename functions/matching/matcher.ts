/** The trained matcher of one catalogue, and the ranking of its entries for a text. Pure: it also runs in a browser. */
import type { Calibration } from './calibration.ts';
import { confidenceOf } from './calibration.ts';
import type { LanguageModel } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { scoresOf, softmaxInPlace, type TextVector, type Vocabulary, vectorOf, type Weights } from './linear.ts';
import { type Verbatim, verbatimClass } from './verbatim.ts';

/** Classes whose name starts with this are intents (small talk, out of scope …), all others are entries. */
export const INTENT_MARK = '@';

/** The intents that say: nothing of ours answers this. */
export const OUT_OF_SCOPE: readonly string[] = ['@near', '@far', '@noise'];

export interface Matcher {
  /** Entry ids, and intents such as `@greeting`, by class number. */
  readonly classes: readonly string[];
  readonly lexicon: Lexicon;
  readonly vocabulary: Vocabulary;
  readonly weights: Weights;
  readonly verbatim: Verbatim;
  readonly languages: LanguageModel;
  readonly calibration: Calibration;
}

/** A class with its probability (0–1) among all classes. */
export interface Ranked {
  readonly id: string;
  readonly probability: number;
}

export interface Ranking {
  /** The entries, best first: three at least, and without those less likely than any reply cares for. */
  readonly entries: readonly Ranked[];
  /** The intents, in the same order. */
  readonly intents: readonly Ranked[];
  /** Share (0–1) of the text's words that phrasings of the entries have. */
  readonly known: number;
  /** How long the text is, from 0 to 1 for all that is longer than a long sentence. */
  readonly length: number;
  /** The class whose phrasing the text is, word for word. */
  readonly verbatim?: string;
  /** Calibrated chance (0–1) that the first entry is the right answer. */
  readonly confidence: number;
}

/** Probability (0–1) that goes to the class of a phrasing that the text is, word for word; the model shares the rest. */
const VERBATIM = 0.9;

/** Returns the classes ranked for a text in the language of the locale, said after what `before` names. */
export function rank(text: string, locale: string, matcher: Matcher, before: readonly string[] = []): Ranking {
  const vector = vectorOf({ text, locale, before }, matcher.lexicon, matcher.vocabulary);
  const probabilities = scoresOf(vector, matcher.weights);
  softmaxInPlace(probabilities);
  const length = lengthOf(text);
  const own = before.length === 0 ? verbatimClass(text, matcher.verbatim, matcher.lexicon.folds) : undefined;
  if (own === undefined) return rankingOf(probabilities, { known: knownShare(vector, matcher), length }, matcher);
  const believed = probabilities.map((share, at) => share * (1 - VERBATIM) + (at === own ? VERBATIM : 0));
  return { ...rankingOf(believed, { known: 1, length }, matcher), verbatim: matcher.classes[own] ?? '' };
}

/** Returns the ranking that class probabilities give. */
export function rankingOf(
  probabilities: Float64Array,
  text: Pick<Ranking, 'known' | 'length'>,
  matcher: Matcher,
): Ranking {
  const { entries, intents } = likeliest(probabilities, matcher.classes);
  const evidence = { entries, intents, ...text };
  return { ...evidence, confidence: confidenceOf(evidence, matcher.calibration) };
}

/** Every reply names so many entries. */
const LEAST_ENTRIES = 3;
/** Probabilities (0–1) from which classes are listed: with many, listing them all took most of a ranking's time. */
const LISTED_FROM = [1e-5, 1e-9, 1e-15, 0];

/** Lists what is likely, or less than that where it is not enough. */
function likeliest(
  probabilities: Float64Array,
  classes: readonly string[],
): { readonly entries: readonly Ranked[]; readonly intents: readonly Ranked[] } {
  const entries: Ranked[] = [];
  const intents: Ranked[] = [];
  for (const least of LISTED_FROM) {
    if (entries.length >= LEAST_ENTRIES) break;
    entries.length = 0;
    intents.length = 0;
    classes.forEach((id, label) => {
      const probability = probabilities[label] ?? 0;
      if (probability >= least) (id.startsWith(INTENT_MARK) ? intents : entries).push({ id, probability });
    });
  }
  return { entries: entries.sort(bestFirst), intents: intents.sort(bestFirst) };
}

function bestFirst(a: Ranked, b: Ranked): number {
  return b.probability - a.probability;
}

/** Most pairs of characters are not words, so an unheard one says less than an unheard word. Measured in docs/matching.md. */
const STRANGE_PAIR = 0.5;

function knownShare({ words, characterPairs }: TextVector, matcher: Matcher): number {
  const all = words.length + characterPairs.length;
  if (all === 0) return 0;
  const strange = (terms: readonly number[]) => terms.filter((term) => !isOfAnEntry(term, matcher)).length;
  return 1 - (strange(words) + STRANGE_PAIR * strange(characterPairs)) / all;
}

/** Whether a phrasing of an entry has the term; others only small talk has, or what is not ours. */
function isOfAnEntry(term: number, { classes, weights }: Matcher): boolean {
  const first = weights.offsets[term] ?? Number.POSITIVE_INFINITY;
  // From the end: the names of intents come first in the alphabet.
  for (let cell = (weights.offsets[term + 1] ?? 0) - 1; cell >= first; cell -= 1) {
    if (!classes[weights.classes[cell] ?? 0]?.startsWith(INTENT_MARK)) return true;
  }
  return false;
}

/** Letters of a long sentence; a Chinese character says as much as this many letters. */
const LONG_SENTENCE = 60;
const LETTERS_A_CHARACTER = 2.5;

function lengthOf(text: string): number {
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return Math.min(1, (text.length + characters * (LETTERS_A_CHARACTER - 1)) / LONG_SENTENCE);
}
