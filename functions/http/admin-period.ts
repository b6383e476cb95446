/** The period that maintainers look at: whole days, UTC, bounded so that reading has a bound too. */
import { z } from '@hono/zod-openapi';
import { daysBetween } from '../store/activity-keys.ts';

const DEFAULT_DAYS = 30;
const MOST_DAYS = 92;
const DAY_MS = 86_400_000;

export const periodQuery = z.object({
  from: z.iso
    .date()
    .optional()
    .openapi({ description: `ISO date (UTC); ${DEFAULT_DAYS} days up to \`to\` by default` }),
  to: z.iso.date().optional().openapi({ description: 'ISO date (UTC), included; today by default' }),
});

/** Returns the days of the period, oldest first; undefined when it ends before it starts or is longer than 92 days. */
export function daysOf({ from, to }: z.infer<typeof periodQuery>, now: Date): readonly string[] | undefined {
  const last = to ?? now.toISOString().slice(0, 10);
  const first = from ?? dayBefore(last, DEFAULT_DAYS - 1);
  const count = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  return count < 1 || count > MOST_DAYS ? undefined : daysBetween(first, last);
}

/** Returns as many days as there are, right before them. */
export function daysBefore(days: readonly string[]): readonly string[] {
  const [first] = days;
  return first === undefined ? [] : daysBetween(dayBefore(first, days.length), dayBefore(first, 1));
}

/** The field error of a period that is none. */
export const PERIOD_ERROR = { path: 'from', message: `must be at most ${MOST_DAYS - 1} days before \`to\`` } as const;

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
}
