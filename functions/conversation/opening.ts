/** Whether a channel is open at a moment, and when that changes, in its own time zone. */
import { TZDate } from '@date-fns/tz';
import { addDays, formatISO, startOfDay } from 'date-fns';
import type { StoredChannel } from '../catalogue/catalogue.ts';

export interface Opening {
  readonly openNow: boolean;
  /** ISO 8601 with offset: when it opens next; absent while open. */
  readonly opensAt?: string;
  /** ISO 8601 with offset: when it closes; absent while closed, and where it never closes. */
  readonly closesAt?: string;
}

export interface Schedule {
  readonly hours: StoredChannel['hours'];
  readonly timeZone: string;
  /** ISO dates on which it stays closed. */
  readonly closedOn: readonly string[];
}

/** How far ahead the next opening is looked for: longer than any row of holidays. */
const DAYS_AHEAD = 21;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

interface Interval {
  readonly from: TZDate;
  to: TZDate;
}

/** Returns the state at `now`. Daylight saving is the time zone's: 09:00 is 09:00 on the wall, in summer and winter. */
export function openingAt(schedule: Schedule, now: Date): Opening {
  const intervals = intervalsFrom(schedule, now);
  const open = intervals.find(({ from, to }) => from <= now && now < to);
  if (open) return { openNow: true, ...(endsWithin(open, now) && { closesAt: iso(open.to) }) };
  const next = intervals.find(({ from }) => from > now);
  return { openNow: false, ...(next && { opensAt: iso(next.from) }) };
}

/** Returns the moment when `hours` of opening time have passed since `now`. */
export function afterOpenHours(schedule: Schedule, now: Date, hours: number): Date {
  let leftMs = hours * 3_600_000;
  for (const { from, to } of intervalsFrom(schedule, now)) {
    const start = Math.max(from.getTime(), now.getTime());
    const lengthMs = to.getTime() - start;
    if (lengthMs <= 0) continue;
    if (lengthMs >= leftMs) return new Date(start + leftMs);
    leftMs -= lengthMs;
  }
  return addDays(now, DAYS_AHEAD);
}

function intervalsFrom({ hours, timeZone, closedOn }: Schedule, now: Date): Interval[] {
  const today = startOfDay(new TZDate(now, timeZone));
  const merged: Interval[] = [];
  for (let ahead = -1; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = addDays(today, ahead) as TZDate;
    if (closedOn.includes(formatISO(day, { representation: 'date' }))) continue;
    const own = hours.filter(({ days }) => days.includes(WEEKDAYS[day.getDay()] ?? 'sun'));
    for (const { from, to } of own.toSorted((a, b) => a.from.localeCompare(b.from))) {
      const interval = { from: atClock(day, from), to: atClock(day, to) };
      const last = merged.at(-1);
      if (last && last.to >= interval.from) last.to = interval.to;
      else merged.push(interval);
    }
  }
  return merged;
}

function atClock(day: TZDate, clock: string): TZDate {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return new TZDate(day.getFullYear(), day.getMonth(), day.getDate(), hour, minute, day.timeZone ?? 'UTC');
}

function endsWithin({ to }: Interval, now: Date): boolean {
  return to < addDays(now, DAYS_AHEAD - 1);
}

function iso(moment: TZDate): string {
  return formatISO(moment);
}
