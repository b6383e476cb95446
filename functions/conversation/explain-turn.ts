/** The whole way from a text to its decision, for maintainers. */
import { subjectOf } from '../catalogue/catalogue.ts';
import type { Catalogue } from '../catalogue/open.ts';
import { type Explanation, explain } from '../matching/explain.ts';
import { ANSWER_FROM, type Decision, decide, SUGGEST_FROM } from './decide.ts';
import { mentionFinder } from './mentions.ts';
import { type PreviousTurn, subjectBefore, type Understanding, understand } from './understand.ts';

export interface ExplainedTurn extends Omit<Explanation, 'ranking'> {
  readonly language: Understanding['detection'];
  readonly mentions: Understanding['mentions'];
  readonly decision: Pick<Decision, 'kind' | 'match' | 'confidence'>;
  readonly thresholds: { readonly answerFrom: number; readonly suggestFrom: number };
  /** The best entries and intents with their probabilities, best first. */
  readonly entries: Explanation['ranking']['entries'];
  readonly intents: Explanation['ranking']['intents'];
  /** Share (0–1) of the text that the vocabulary knows. */
  readonly known: number;
}

const MOST_RANKED = 5;

/** Returns why a question gets the reply it gets, alone or after a turn before. */
export function explainTurn(
  text: string,
  expectedLanguage: string | undefined,
  catalogue: Catalogue,
  previous?: PreviousTurn,
): ExplainedTurn {
  const context = { ...(expectedLanguage !== undefined && { expectedLanguage }), ...(previous && { previous }) };
  const understanding = understand(
    text,
    context,
    catalogue,
    mentionFinder(catalogue.slots, catalogue.matcher.lexicon.spelling.isInUse),
  );
  const { ranking, relation } = understanding;
  const { kind, match, confidence } = decide(understanding, previous);
  // What decided a new question is the turn by itself.
  const subject = previous && relation === 'follow-up' ? subjectBefore(previous, catalogue) : undefined;
  const { ranking: _, ...explanation } = explain(
    text,
    understanding.language,
    catalogue.matcher,
    subject && subjectOf(subject),
  );
  return {
    language: understanding.detection,
    mentions: understanding.mentions,
    decision: { kind, match, confidence },
    thresholds: { answerFrom: ANSWER_FROM, suggestFrom: SUGGEST_FROM },
    ...explanation,
    entries: ranking.entries.slice(0, MOST_RANKED),
    intents: ranking.intents.slice(0, MOST_RANKED),
    known: ranking.known,
  };
}
