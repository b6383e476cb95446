/** Understands one turn: the language, whether it leans on the turn before, and which entries may answer it. */
import { type StoredEntry, subjectOf } from '../catalogue/catalogue.ts';
import type { Catalogue } from '../catalogue/open.ts';
import { type Detection, detectLanguage, OTHER_LANGUAGE } from '../matching/language.ts';
import { OUT_OF_SCOPE, type Ranked, type Ranking, rank } from '../matching/matcher.ts';
import { withoutCourtesy } from './courtesy.ts';
import { ANSWER_FROM } from './decide.ts';
import { rankFollowUp, withoutReplaced } from './follow-up.ts';
import { LANGUAGE_PACKS } from './language-pack.ts';
import type { Mentions } from './mentions.ts';
import { secondQuestion } from './second-question.ts';
import { steering } from './steering.ts';

/** What is remembered of the turn before. */
export interface PreviousTurn {
  readonly text: string;
  readonly questionLocale: string;
  readonly kind: string;
  readonly match: string | null;
  /** Entry ids in the order they were offered. */
  readonly candidates: readonly string[];
  /** Fallbacks in a row, this turn included. */
  readonly fallbacks: number;
}

/** How the turn relates to the one before. */
export type Relation = 'new' | 'follow-up' | 'pick' | 'none-of-these' | 'more-of-the-same';

export interface Understanding {
  readonly detection: Detection;
  /** The language whose rules were used: the detected one, or English for languages that are not spoken. */
  readonly language: string;
  readonly relation: Relation;
  readonly ranking: Ranking;
  readonly mentions: Mentions;
  /** The entry that answers a second question in the same message. */
  readonly second?: Ranked;
  /** The entry the visitor chose or asks more about, for relations `pick` and `more-of-the-same`. */
  readonly chosen?: string;
}

export interface UtteranceContext {
  /** Language of the page or of the conversation so far. */
  readonly expectedLanguage?: string;
  readonly previous?: PreviousTurn;
}

/** Returns what the text means in its context. Pure: the same input gives the same understanding. */
export function understand(
  text: string,
  { expectedLanguage, previous }: UtteranceContext,
  catalogue: Catalogue,
  findMentions: (text: string) => Mentions,
): Understanding {
  const { matcher } = catalogue;
  const detection = detectLanguage(text, matcher.languages, expectedLanguage);
  const language = detection.language === OTHER_LANGUAGE ? (expectedLanguage ?? 'en') : detection.language;
  const pack = LANGUAGE_PACKS[language];
  const mentions = findMentions(text);
  const heard = rank(text, language, matcher);
  const alone = withoutCourtesy(heard, matcher);
  const base = { detection, language, mentions };
  const second = pack && secondQuestion(text, alone, { language, pack, matcher });
  if (second) return { ...base, relation: 'new', ranking: alone, second };
  if (!previous || !pack) return { ...base, relation: 'new', ranking: alone };
  const steer = steering(text, previous, pack, catalogue);
  if (steer) return { ...base, ...steer, ranking: alone };
  const inContext = rankInContext(text, { language, previous, mentions, heard, alone }, catalogue, findMentions);
  return { ...base, ...inContext };
}

interface Setting {
  readonly language: string;
  readonly previous: PreviousTurn;
  readonly mentions: Mentions;
  /** The ranking of the turn as if nothing was said before, with its courtesies and without. */
  readonly heard: Ranking;
  readonly alone: Ranking;
}

/** Returns what the turn means after the one before; one that is clear by itself, and means the same then, is new. */
function rankInContext(
  text: string,
  { language, previous, mentions, heard, alone }: Setting,
  catalogue: Catalogue,
  findMentions: (text: string) => Mentions,
): Pick<Understanding, 'relation' | 'ranking' | 'mentions'> {
  const { matcher, slots } = catalogue;
  const subject = subjectBefore(previous, catalogue);
  const after = subject ? rank(text, language, matcher, subjectOf(subject)) : heard;
  if (isTalk(withoutCourtesy(after, matcher), SURE_TALK) || isTalk(alone, SURE_TALK_ALONE))
    return { relation: 'new', ranking: alone, mentions };
  const before = findMentions(previous.text);
  const together = rank(`${withoutReplaced(previous.text, before, mentions, slots)} ${text}`, language, matcher);
  const ranking = withoutCourtesy(rankFollowUp({ after, together, subject }, catalogue), matcher);
  const meansTheSame = alone.entries[0]?.id === ranking.entries[0]?.id;
  // A phrasing that leans on nothing is one, unless what came before says surely that it means something else.
  const isOwn = meansTheSame || (heard.verbatim !== undefined && ranking.confidence < ANSWER_FROM);
  const isClear = alone.confidence >= ANSWER_FROM && isOwn;
  if (isClear) return { relation: 'new', ranking: alone, mentions };
  return { relation: 'follow-up', ranking, mentions: { ...before, ...mentions } };
}

/** Returns what the turn before was about: its answer, or what was offered first. */
export function subjectBefore(
  { kind, match, candidates }: PreviousTurn,
  { entries }: Catalogue,
): StoredEntry | undefined {
  const offered = kind === 'suggestions' ? candidates[0] : undefined;
  return entries.get(match ?? offered ?? '');
}

/** Share (0–1) from which small talk or the wish for a person is what was meant; neither leans on the turn before. */
const SURE_TALK = 0.5;
/** "And later back again" looks a bit like a goodbye: without the turn before it takes more to be sure. */
const SURE_TALK_ALONE = 0.9;

function isTalk({ intents: [best] }: Ranking, sure: number): boolean {
  return best !== undefined && !OUT_OF_SCOPE.includes(best.id) && best.probability >= sure;
}
