/** The trained matcher of one catalogue, and the ranking of its entries for a text. Pure: it also runs in a browser. */
import type { Calibration } from './calibration.ts';
import { confidenceOf } from './calibration.ts';
import type { LanguageModel } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { scoresOf, softmaxInPlace, type Vocabulary, vectorOf, type Weights } from './linear.ts';

/** Classes whose name starts with this are intents (small talk, out of scope …), all others are entries. */
export const INTENT_MARK = '@';

export interface Matcher {
  /** Entry ids, and intents such as `@greeting`, by class number. */
  readonly classes: readonly string[];
  readonly lexicon: Lexicon;
  readonly vocabulary: Vocabulary;
  readonly weights: Weights;
  readonly languages: LanguageModel;
  readonly calibration: Calibration;
}

/** A class with its probability (0–1) among all classes. */
export interface Ranked {
  readonly id: string;
  readonly probability: number;
}

export interface Ranking {
  /** The entries, best first. */
  readonly entries: readonly Ranked[];
  /** The intents, best first. */
  readonly intents: readonly Ranked[];
  /** Share (0–1) of the text that the vocabulary knows. */
  readonly known: number;
  /** Calibrated chance (0–1) that the first entry is the right answer. */
  readonly confidence: number;
}

/** Returns the classes ranked for a text that was written in the locale. */
export function rank(text: string, locale: string, matcher: Matcher): Ranking {
  const vector = vectorOf(text, locale, matcher.lexicon, matcher.vocabulary);
  const probabilities = scoresOf(vector, matcher.weights);
  softmaxInPlace(probabilities);
  return rankingOf(probabilities, vector.known, matcher);
}

/** Returns the ranking that class probabilities give. */
export function rankingOf(probabilities: Float64Array, known: number, matcher: Matcher): Ranking {
  const entries: Ranked[] = [];
  const intents: Ranked[] = [];
  matcher.classes.forEach((id, label) => {
    const ranked = { id, probability: probabilities[label] ?? 0 };
    (id.startsWith(INTENT_MARK) ? intents : entries).push(ranked);
  });
  const byProbability = (a: Ranked, b: Ranked) => b.probability - a.probability;
  entries.sort(byProbability);
  intents.sort(byProbability);
  return { entries, intents, known, confidence: confidenceOf({ entries, intents, known }, matcher.calibration) };
}
