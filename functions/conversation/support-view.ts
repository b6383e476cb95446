/** The ways to reach people, as one locale shows them at one moment. */
import { TZDate } from '@date-fns/tz';
import { differenceInCalendarDays } from 'date-fns';
import type { Locale, StoredSupport } from '../catalogue/catalogue.ts';
import { type Opening, openingAt, type Schedule } from './opening.ts';
import type { Translate } from './translate.ts';

export interface ChannelView extends Opening {
  readonly id: string;
  readonly kind: 'phone' | 'email' | 'chat' | 'hotline';
  readonly name: string;
  readonly contact: string;
  readonly url: string;
  readonly languages: string[];
  readonly hours: { readonly days: string[]; readonly from: string; readonly to: string }[];
  /** One line for people: whether it is open, until when, or when it opens. */
  readonly state: string;
}

export interface OperatorLine extends Partial<Opening> {
  readonly id: string;
  readonly name: string;
  readonly phone?: string | undefined;
  readonly website?: string | undefined;
  readonly note?: string;
  readonly sources: string[];
}

export interface SupportView {
  readonly timeZone: string;
  /** True while the contacts are examples that the bot's owner has not replaced yet. */
  readonly example: boolean;
  /** Open channels first. */
  readonly channels: ChannelView[];
  readonly operators: OperatorLine[];
}

interface ViewsOfMinute {
  readonly minute: number;
  readonly views: Map<Locale, SupportView>;
}

const shown = new WeakMap<StoredSupport, ViewsOfMinute>();
const MINUTE_MS = 60_000;

/**
 * Returns the channels and the operators' own lines at `now`. Hours begin and end with a minute, so a view holds for
 * all of its minute; making one takes twenty times as long as finding an answer.
 */
export function supportView(support: StoredSupport, locale: Locale, now: Date, t: Translate): SupportView {
  const minute = Math.floor(now.getTime() / MINUTE_MS);
  const known = shown.get(support);
  const current = known?.minute === minute ? known : { minute, views: new Map<Locale, SupportView>() };
  const view = current.views.get(locale) ?? viewAt(support, locale, now, t);
  current.views.set(locale, view);
  shown.set(support, current);
  return view;
}

function viewAt(support: StoredSupport, locale: Locale, now: Date, t: Translate): SupportView {
  const { timeZone, example } = support;
  const channels = support.channels.map((channel): ChannelView => {
    const { id, kind, contact, languages, hours } = channel;
    const opening = openingAt(scheduleOf(support, channel), now);
    const url = channel.url ?? linkTo(kind, contact);
    const state = stateText(opening, { now, locale, timeZone }, t);
    return { id, kind, name: channel.name[locale], contact, url, languages, hours, ...opening, state };
  });
  return {
    timeZone,
    example,
    channels: channels.toSorted((a, b) => Number(b.openNow) - Number(a.openNow)),
    operators: support.operators.map(({ note, hours, ...operator }) => ({
      ...operator,
      ...(hours && openingAt({ hours, timeZone, closedOn: support.holidays }, now)),
      ...(note && { note: note[locale] }),
    })),
  };
}

/** Returns when a channel is open, holidays included. */
export function scheduleOf(support: StoredSupport, channel: StoredSupport['channels'][number]): Schedule {
  return {
    hours: channel.hours,
    timeZone: support.timeZone,
    closedOn: channel.closedOnHolidays ? support.holidays : [],
  };
}

function linkTo(kind: ChannelView['kind'], contact: string): string {
  if (kind === 'email') return `mailto:${contact}`;
  return kind === 'chat' ? contact : `tel:${contact.replaceAll(' ', '')}`;
}

function stateText(
  { openNow, closesAt, opensAt }: Opening,
  { now, locale, timeZone }: { readonly now: Date; readonly locale: Locale; readonly timeZone: string },
  t: Translate,
): string {
  const clock = (moment: string) =>
    new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(
      new Date(moment),
    );
  if (openNow) return closesAt ? t('bot.channel.openUntil', { time: clock(closesAt) }) : t('bot.channel.openAlways');
  if (!opensAt) return t('bot.channel.closed');
  return t('bot.channel.opens', { day: dayOf(opensAt, now, locale, timeZone), time: clock(opensAt) });
}

const DAYS_OF_A_WEEK = 7;

/** Today, tomorrow, a day of the week, or the date where the same weekday comes sooner. */
function dayOf(moment: string, now: Date, locale: Locale, timeZone: string): string {
  const away = differenceInCalendarDays(new TZDate(moment, timeZone), new TZDate(now, timeZone));
  if (away < 2) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(away, 'day');
  const date = away < DAYS_OF_A_WEEK ? {} : ({ day: 'numeric', month: 'long' } as const);
  return new Intl.DateTimeFormat(locale, { weekday: 'long', ...date, timeZone }).format(new Date(moment));
}

const said = new WeakMap<SupportView, readonly string[]>();

/** Returns the channels as lines of plain text, in the locale of the view. They hold as long as the view does. */
export function supportLines(view: SupportView, t: Translate): readonly string[] {
  const lines = said.get(view) ?? linesOf(view, t);
  said.set(view, lines);
  return lines;
}

function linesOf({ channels, example }: SupportView, t: Translate): readonly string[] {
  const lines = channels.map(({ name, contact, state, languages }) =>
    t('bot.channel.line', {
      name,
      contact,
      state,
      languages: languages.map((language) => languageName(language, t)),
    }),
  );
  return [...lines.map((line) => `- ${line}`), t('bot.requestForm'), ...(example ? [t('bot.channel.example')] : [])];
}

function languageName(language: string, t: Translate): string {
  if (language === 'zh' || language === 'zh-Hant' || language === 'en' || language === 'nl')
    return t(`language.${language}`);
  return language;
}
