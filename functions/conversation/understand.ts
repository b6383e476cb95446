/** Understands one turn: the language, whether it leans on the turn before, and which entries may answer it. */
import type { Catalogue } from '../catalogue/open.ts';
import { type Detection, detectLanguage, OTHER_LANGUAGE } from '../matching/language.ts';
import { OUT_OF_SCOPE, type Ranked, type Ranking, rank } from '../matching/matcher.ts';
import { normalise } from '../matching/normalise.ts';
import { rankFollowUp, withoutReplaced } from './follow-up.ts';
import { LANGUAGE_PACKS, type LanguagePack } from './language-pack.ts';
import type { Mentions } from './mentions.ts';
import { secondQuestion } from './second-question.ts';

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
  const alone = rank(text, language, matcher);
  const base = { detection, language, mentions };
  const second = pack && secondQuestion(text, alone, { language, pack, matcher });
  if (second) return { ...base, relation: 'new', ranking: alone, second };
  if (!previous || !pack) return { ...base, relation: 'new', ranking: alone };
  const steer = steering(text, previous, pack);
  if (steer) return { ...base, ...steer, ranking: alone };
  if (isTalk(alone, text, pack) || !leansOnPrevious(text, pack, alone))
    return { ...base, relation: 'new', ranking: alone };
  const before = findMentions(previous.text);
  const whole = `${withoutReplaced(previous.text, before, mentions, catalogue.slots)} ${text}`;
  const names = mentions.operator !== undefined || mentions.device !== undefined;
  const together = rank(whole, language, matcher);
  const ranking = rankFollowUp({ alone, together, names, answered: previous.match }, catalogue);
  return { ...base, mentions: { ...before, ...mentions }, relation: 'follow-up', ranking };
}

function steering(
  text: string,
  previous: PreviousTurn,
  pack: LanguagePack,
): { relation: Relation; chosen?: string } | undefined {
  const plain = normalise(text, new Map());
  const says = (phrases: readonly string[]) => phrases.some((phrase) => normalise(phrase, new Map()) === plain);
  if (previous.kind === 'suggestions') {
    const place = pack.picks.findIndex(says);
    const chosen = previous.candidates[place];
    if (chosen) return { relation: 'pick', chosen };
    if (says(pack.noneOfThese)) return { relation: 'none-of-these' };
  }
  if (previous.kind === 'answer' && previous.match && says(pack.moreOfTheSame)) {
    return { relation: 'more-of-the-same', chosen: previous.match };
  }
  return undefined;
}

const HAN = /\p{Script=Han}/u;
/** Words, or Chinese characters, up to which a turn counts as short. */
const SHORT_WORDS = 7;
const SHORT_CHARACTERS = 14;
/** A short turn that is this sure on its own (0–1) does not need the turn before. */
const SURE_ALONE = 0.8;
/** One that points back without naming anything must be surer. */
const SURE_THOUGH_POINTING = 0.9;

function leansOnPrevious(text: string, pack: LanguagePack, alone: Ranking): boolean {
  const plain = normalise(text, new Map());
  const words = plain.split(' ');
  const starts = startsAsFollowUp(plain, pack);
  const ends = pack.followUpEnds.some((end) => plain.endsWith(normalise(end, new Map())));
  const points = pack.pointers.some((pointer) =>
    HAN.test(pointer) ? plain.includes(pointer) : words.includes(pointer),
  );
  const short = words.length <= SHORT_WORDS && plain.length <= SHORT_CHARACTERS * (words.length > 2 ? 3 : 1.5);
  if (!short) return starts && alone.confidence < SURE_ALONE;
  return starts || ends || alone.confidence < (points ? SURE_THOUGH_POINTING : SURE_ALONE);
}

/** What looks out of scope alone may lean on the turn before; small talk and the wish for a person never do. */
const SURE_TALK = 0.5;
/** "And later back again" is no goodbye: a turn that starts as a follow-up must be surer talk. */
const SURE_TALK_THAT_LEANS = 0.95;

function isTalk({ intents }: Ranking, text: string, pack: LanguagePack): boolean {
  const [best] = intents;
  if (!best || OUT_OF_SCOPE.includes(best.id)) return false;
  const leans = startsAsFollowUp(normalise(text, new Map()), pack);
  return best.probability >= (leans ? SURE_TALK_THAT_LEANS : SURE_TALK);
}

function startsAsFollowUp(plain: string, { followUpStarts }: LanguagePack): boolean {
  return followUpStarts.some((start) => startsLike(plain, normalise(start, new Map())));
}

function startsLike(plain: string, start: string): boolean {
  if (!plain.startsWith(start)) return false;
  return HAN.test(start) || (plain[start.length] ?? ' ') === ' ';
}
