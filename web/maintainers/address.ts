/** What the part after `#` says: the view and its period, so that a reload, the back button and a bookmark work. */

export const VIEWS = ['overview', 'unanswered', 'entries', 'feedback', 'tickets', 'try'] as const;
export type ViewName = (typeof VIEWS)[number];

export interface Period {
  /** ISO dates (UTC), both included. */
  readonly from: string;
  readonly to: string;
  /** Up to today, of so many days; undefined for dates of one's own. */
  readonly days?: number;
}

export interface Address {
  readonly view: ViewName;
  readonly period: Period;
  /** The question to explain. */
  readonly question: string;
}

/** Periods to choose from, in days. */
export const PRESETS = [1, 7, 30, 90] as const;
const DEFAULT_DAYS = 30;
const MOST_DAYS = 92;
const DAY_MS = 86_400_000;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Returns what a hash says; whatever it does not say right is as by default. */
export function readAddress(hash: string, now: Date): Address {
  const [name = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const parameters = new URLSearchParams(search);
  return {
    view: VIEWS.find((view) => view === name) ?? 'overview',
    period: readPeriod(parameters, now),
    question: parameters.get('q') ?? '',
  };
}

/** Returns the hash of a view. */
export function hashOf({ view, period, question }: Address): string {
  const { days, from, to } = period;
  const parameters = new URLSearchParams({
    ...(days === undefined ? { from, to } : days !== DEFAULT_DAYS && { days: String(days) }),
    ...(question && view === 'try' && { q: question }),
  });
  const search = parameters.toString();
  return `#/${view}${search && `?${search}`}`;
}

/** Returns the period of so many days up to today. */
export function lastDays(days: number, now: Date): Period {
  return { days, from: isoDay(now.getTime() - (days - 1) * DAY_MS), to: isoDay(now.getTime()) };
}

/** Returns whether the API would take the dates. */
export function isPeriod({ from, to }: Pick<Period, 'from' | 'to'>): boolean {
  if (!ISO_DATE.test(from) || !ISO_DATE.test(to)) return false;
  const count = daysIn({ from, to });
  return count >= 1 && count <= MOST_DAYS;
}

/** Returns the number of days in it. */
export function daysIn({ from, to }: Pick<Period, 'from' | 'to'>): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
}

function readPeriod(parameters: URLSearchParams, now: Date): Period {
  const own = { from: parameters.get('from') ?? '', to: parameters.get('to') ?? '' };
  if (isPeriod(own)) return own;
  const asked = Number(parameters.get('days'));
  return lastDays(PRESETS.find((days) => days === asked) ?? DEFAULT_DAYS, now);
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
