/** One turn from text to reply: understand, decide, and say it in the visitor's language. Pure. */
import type { Locale } from '../catalogue/catalogue.ts';
import type { Catalogue } from '../catalogue/open.ts';
import { OTHER_LANGUAGE } from '../matching/language.ts';
import { type Considered, consider } from './consider.ts';
import { type Decision, type Kind, worthSuggesting } from './decide.ts';
import { type EntryView, entryText, entryView } from './entry-view.ts';
import { type SupportView, supportLines, supportView } from './support-view.ts';
import { type Translate, translatorFor } from './translate.ts';
import type { PreviousTurn, Understanding } from './understand.ts';

export interface Turn {
  readonly text: string;
  /** The locale the visitor asked to read, if any. */
  readonly askedLocale?: Locale;
  /** The locale to fall back on when the text's language is not spoken: the browser's. */
  readonly browserLocale: Locale;
  readonly previous?: PreviousTurn;
}

export interface Reply {
  /** Language the text was written in; BCP 47, `und` when it is none that is spoken. */
  readonly questionLocale: string;
  readonly locale: Locale;
  readonly kind: Kind;
  readonly match: string | null;
  readonly confidence: number;
  readonly candidates: { readonly id: string; readonly question: string; readonly confidence: number }[];
  readonly text: string;
  readonly entry?: EntryView;
  readonly handoff?: SupportView;
  readonly catalogueVersion: number;
}

export interface ReplyAndMemory {
  readonly reply: Reply;
  /** What the next turn has to know of this one. */
  readonly memory: PreviousTurn;
}

const TRADITIONAL = 'zh-Hant';

/** Returns the reply to a turn at `now`, and what to remember of it. */
export function replyTo(turn: Turn, catalogue: Catalogue, now: Date): ReplyAndMemory {
  return say(consider(turn, catalogue), catalogue, now);
}

/** Returns the reply to a turn that was considered, and what to remember of it. */
export function say({ turn, understanding, decision }: Considered, catalogue: Catalogue, now: Date): ReplyAndMemory {
  const { text, askedLocale } = turn;
  const questionLocale = questionLocaleOf(text, understanding, catalogue);
  const locale = askedLocale ?? (questionLocale === 'und' ? turn.browserLocale : (questionLocale as Locale));
  const reply = compose(decision, { understanding, questionLocale, locale, catalogue, now });
  const memory: PreviousTurn = {
    text,
    questionLocale,
    kind: reply.kind,
    match: reply.match,
    candidates: reply.candidates.map(({ id }) => id),
    fallbacks: decision.fallbacks,
  };
  return { reply, memory };
}

interface Setting {
  readonly understanding: Understanding;
  readonly questionLocale: string;
  readonly locale: Locale;
  readonly catalogue: Catalogue;
  readonly now: Date;
}

function compose(decision: Decision, { understanding, questionLocale, locale, catalogue, now }: Setting): Reply {
  const t = translatorFor(locale);
  const { kind, match } = decision;
  const stored = kind === 'answer' ? catalogue.entries.get(match ?? '') : undefined;
  const view = stored && entryView(stored, locale, catalogue, understanding.mentions);
  const also = kind === 'answer' ? catalogue.entries.get(understanding.second?.id ?? '') : undefined;
  const entry = view && also ? withRelated(view, { id: also.id, question: also.question[locale] }) : view;
  const handoff =
    kind === 'fallback' || kind === 'handoff' ? supportView(catalogue.support, locale, now, t) : undefined;
  const offered = kind === 'suggestions' ? worthSuggesting(decision.candidates) : decision.candidates;
  const candidates = offered.map(({ id, probability }) => ({
    id,
    question: catalogue.entries.get(id)?.question[locale] ?? id,
    confidence: rounded(probability),
  }));
  return {
    questionLocale,
    locale,
    kind,
    match,
    confidence: rounded(decision.confidence),
    candidates,
    text: textOf(decision, {
      candidates,
      t,
      ...(also && { also: also.question[locale] }),
      ...(entry && { entry }),
      ...(handoff && { handoff }),
      ...(decision.remark === 'stuck' && { otherwise: catalogue.entries.get(match ?? '')?.otherwise?.[locale] ?? '' }),
    }),
    ...(entry && { entry }),
    ...(handoff && { handoff }),
    catalogueVersion: catalogue.version,
  };
}

interface Parts {
  readonly candidates: Reply['candidates'];
  readonly entry?: EntryView;
  /** The entry question that answers a second question. */
  readonly also?: string;
  readonly handoff?: SupportView;
  /** What the entry that did not help says to do then. */
  readonly otherwise?: string;
  readonly t: Translate;
}

function textOf({ remark }: Decision, { candidates, entry, also, handoff, otherwise, t }: Parts): string {
  if (entry)
    return also ? `${entryText(entry, t)}\n\n${t('bot.secondQuestion', { question: also })}` : entryText(entry, t);
  const people = handoff ? ['', ...supportLines(handoff, t)].join('\n') : '';
  switch (remark) {
    case undefined:
      return [
        t('bot.suggestions'),
        ...candidates.map(({ question }, at) => `${at + 1}. ${question}`),
        t('bot.suggestionsMore'),
      ].join('\n');
    case 'unknown':
      return t('bot.fallback') + people;
    case 'otherLanguage':
      return t('bot.fallbackOther') + people;
    case 'askWhat':
      return t('bot.askWhat') + people;
    case 'noneOfThese':
      return t('bot.noneOfThese') + people;
    case 'asked':
      return t('bot.handoff') + people;
    case 'twice':
      return t('bot.handoffTwice') + people;
    case 'stuck':
      return [t('bot.stuck'), ...(otherwise ? [otherwise] : []), t('bot.stuckPeople') + people].join('\n\n');
    default:
      return t(`bot.smalltalk.${remark}`);
  }
}

/** The second question of a message is the first thing a visitor wants next. */
function withRelated(view: EntryView, second: EntryView['related'][number]): EntryView {
  return { ...view, related: [second, ...view.related.filter(({ id }) => id !== second.id)] };
}

function questionLocaleOf(text: string, { detection }: Understanding, { matcher }: Catalogue): string {
  if (detection.language === OTHER_LANGUAGE) return 'und';
  // Chinese with characters that only Traditional has is answered in Traditional.
  const traditional =
    detection.language === 'zh' && [...text].some((character) => matcher.lexicon.folds.has(character));
  return traditional ? TRADITIONAL : detection.language;
}

function rounded(chance: number): number {
  return Math.round(chance * 1000) / 1000;
}
