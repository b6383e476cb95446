/** Decides what to reply: an answer, suggestions, small talk, a hand-off, or an honest "I don't know". */

import { OTHER_LANGUAGE } from '../matching/language.ts';
import { OUT_OF_SCOPE, type Ranked } from '../matching/matcher.ts';
import type { PreviousTurn, Understanding } from './understand.ts';

export type Kind = 'answer' | 'suggestions' | 'fallback' | 'smalltalk' | 'handoff';

/** What is said when nothing can be answered, or small talk is answered. */
export type Remark =
  | 'greeting'
  | 'thanks'
  | 'identity'
  | 'goodbye'
  | 'language'
  | 'abuse'
  | 'unknown'
  | 'otherLanguage'
  | 'noneOfThese'
  | 'asked'
  | 'twice'
  | 'stuck'
  | 'askWhat';

export interface Decision {
  readonly kind: Kind;
  /** The entry id, `@` and the small talk, or null. */
  readonly match: string | null;
  readonly confidence: number;
  /** The best three entries, best first. */
  readonly candidates: readonly Ranked[];
  readonly remark?: Remark;
  /** Fallbacks in a row, this turn included. */
  readonly fallbacks: number;
}

/** Confidence (0–1) from which an entry is given as the answer. Chosen on held-out voices: see docs/matching.md. */
export const ANSWER_FROM = 0.62;
/** Share (0–1) of the best three entries together from which they are offered as suggestions. */
export const SUGGEST_FROM = 0.3;
/** Share (0–1) from which an intent decides. */
const INTENT_FROM = 0.5;
const FALLBACKS_BEFORE_HANDOFF = 2;
const MOST_CANDIDATES = 3;
/** A candidate less likely than this (0–1) is not worth a visitor's look. */
const LEAST_CANDIDATE = 0.03;

const SMALLTALK = ['@greeting', '@thanks', '@identity', '@goodbye'] as const;
/** The entry on how to reach people, for catalogues that have one. */
const HANDOFF_MATCH = 'contact-support';

/** Returns the decision for a turn. Pure. */
export function decide(understanding: Understanding, previous: PreviousTurn | undefined): Decision {
  const { ranking, relation, chosen, detection, second } = understanding;
  const ranked = second ? withSecond(ranking.entries, second) : ranking.entries;
  const candidates = ranked.slice(0, MOST_CANDIDATES).map(({ id, probability }) => ({ id, probability }));
  const base = { candidates, fallbacks: 0 };
  if (chosen)
    return { ...base, kind: 'answer', match: chosen, confidence: 1, candidates: withFirst(chosen, candidates) };
  if (relation === 'none-of-these') return fallback(candidates, previous, 'noneOfThese', 1);
  if (wantsPerson(ranking)) {
    return { ...base, kind: 'handoff', match: HANDOFF_MATCH, confidence: wishOf(ranking), remark: 'asked' };
  }
  const intent = surelyMeant(ranking) ?? smallTalkPerhaps(ranking);
  const decided = intent && (byIntent(intent, candidates) ?? stuck(intent, candidates, previous));
  if (decided) return decided;
  // A number is in no other language either: nothing but what was known beforehand told its own.
  const isForeign = detection.language === OTHER_LANGUAGE && detection.evidence !== 'prior';
  if (isForeign && ranking.confidence < ANSWER_FROM) {
    return fallback(candidates, previous, 'otherLanguage', 1 - ranking.confidence);
  }
  const best = ranking.entries[0];
  if (best && ranking.confidence >= ANSWER_FROM) {
    return { ...base, kind: 'answer', match: best.id, confidence: ranking.confidence };
  }
  const together = candidates.reduce((sum, { probability }) => sum + probability, 0);
  if (together >= SUGGEST_FROM) return { ...base, kind: 'suggestions', match: null, confidence: ranking.confidence };
  return fallback(candidates, previous, 'unknown', 1 - ranking.confidence);
}

function surelyMeant({ entries, intents: [best] }: Understanding['ranking']): Ranked | undefined {
  if (!best || OUT_OF_SCOPE.includes(best.id)) return undefined;
  return best.probability >= INTENT_FROM && best.probability > (entries[0]?.probability ?? 0) ? best : undefined;
}

/** Where no entry is likely, a friendly word that may be out of place costs less than "I don't know". */
const LEAST_TALK = 0.25;
const UNLIKELY_ENTRY = 0.15;

function smallTalkPerhaps({ entries, intents }: Understanding['ranking']): Ranked | undefined {
  if ((entries[0]?.probability ?? 0) >= UNLIKELY_ENTRY) return undefined;
  const talk = intents.find(({ id }) => SMALLTALK.some((name) => name === id));
  return talk && talk.probability >= LEAST_TALK ? talk : undefined;
}

/** The wish for a person and the question how to reach one are close, and a hand-off serves both. */
const LEAST_WISH = 0.3;
const WISH_AND_QUESTION = 0.6;

function wantsPerson(ranking: Understanding['ranking']): boolean {
  const wish = ranking.intents.find(({ id }) => id === '@agent')?.probability ?? 0;
  return wish >= LEAST_WISH && wishOf(ranking) >= WISH_AND_QUESTION;
}

function wishOf({ entries, intents }: Understanding['ranking']): number {
  const both = [...intents, ...entries].filter(({ id }) => id === '@agent' || id === HANDOFF_MATCH);
  return both.reduce((sum, { probability }) => sum + probability, 0);
}

function byIntent({ id, probability }: Ranked, candidates: readonly Ranked[]): Decision | undefined {
  const base = { candidates, fallbacks: 0, confidence: probability };
  if (SMALLTALK.some((name) => name === id)) {
    return { ...base, kind: 'smalltalk', match: id, remark: id.slice(1) as Remark };
  }
  if (id === '@language' || id === '@abuse')
    return { ...base, kind: 'smalltalk', match: null, remark: id.slice(1) as Remark };
  return undefined;
}

/** The answer before did not help: what was tried stays the match, and a person goes on from there. Else: at what? */
function stuck(
  { id, probability }: Ranked,
  candidates: readonly Ranked[],
  previous: PreviousTurn | undefined,
): Decision | undefined {
  const tried = previous?.kind === 'answer' || previous?.kind === 'handoff' ? previous.match : null;
  if (id !== '@stuck') return undefined;
  if (!tried) return fallback(candidates, previous, 'askWhat', probability);
  return {
    kind: 'handoff',
    match: tried,
    confidence: probability,
    candidates: withFirst(tried, candidates),
    remark: 'stuck',
    fallbacks: 0,
  };
}

function fallback(
  candidates: readonly Ranked[],
  previous: PreviousTurn | undefined,
  remark: Remark,
  confidence: number,
): Decision {
  const fallbacks = (previous?.fallbacks ?? 0) + 1;
  const base = { match: null, confidence, candidates, fallbacks };
  if (fallbacks >= FALLBACKS_BEFORE_HANDOFF) return { ...base, kind: 'handoff', remark: 'twice' };
  return { ...base, kind: 'fallback', remark };
}

function withSecond([first, ...rest]: readonly Ranked[], second: Ranked): readonly Ranked[] {
  return [...(first ? [first] : []), second, ...rest.filter(({ id }) => id !== second.id)];
}

function withFirst(chosen: string, candidates: readonly Ranked[]): readonly Ranked[] {
  return [{ id: chosen, probability: 1 }, ...candidates.filter(({ id }) => id !== chosen)].slice(0, MOST_CANDIDATES);
}

/** Returns the suggestions worth showing: two or three. */
export function worthSuggesting(candidates: readonly Ranked[]): readonly Ranked[] {
  return candidates.filter(({ probability }, at) => at < 2 || probability >= LEAST_CANDIDATE);
}
