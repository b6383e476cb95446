/** What maintainers are told of the last days: gathered from what is stored, without a visitor's name or contact. */
import { type Insights, insightsOf } from '../insights/insights.ts';
import { groupUnanswered, type QuestionGroup } from '../insights/unanswered.ts';
import { daysBetween } from '../store/activity-keys.ts';
import type { ActivityStores } from '../store/activity-stores.ts';
import { isLate, type StoredTicket } from '../store/ticket.ts';

export interface Digest {
  readonly insights: Insights;
  /** Questions without a sure answer, alike ones together, the largest group first. */
  readonly unanswered: readonly QuestionGroup[];
  readonly openTickets: number;
  /** The most overdue first. */
  readonly lateTickets: readonly Pick<StoredTicket, 'ticketId' | 'expectedBy'>[];
}

export interface DigestPeriod {
  readonly now: Date;
  /** Whole days (UTC) up to yesterday. */
  readonly days: number;
}

const DAY_MS = 86_400_000;
/** Grouping compares each question with each group; more than these nobody reads. */
const MOST_QUESTIONS = 1000;

/** Reads the digest of the days before `now`, and what is late at `now`. Rejects when the table cannot be read. */
export async function readDigest(
  { insights, conversations, tickets }: Pick<ActivityStores, 'insights' | 'conversations' | 'tickets'>,
  { now, days }: DigestPeriod,
): Promise<Digest> {
  const dayBefore = (count: number) => new Date(now.getTime() - count * DAY_MS).toISOString().slice(0, 10);
  const period = daysBetween(dayBefore(days), dayBefore(1));
  const [counts, before, doubtful, open] = await Promise.all([
    insights.readDays(period),
    insights.readDays(daysBetween(dayBefore(2 * days), dayBefore(days + 1))),
    conversations.doubtfulTurns(period, MOST_QUESTIONS),
    tickets.open(),
  ]);
  const questions = doubtful.map(({ messageId, at, confidence, memory }) => ({ ...memory, messageId, at, confidence }));
  return {
    insights: insightsOf(counts, before),
    unanswered: groupUnanswered(questions),
    openTickets: open.length,
    lateTickets: open
      .filter((ticket) => isLate(ticket, now))
      .map(({ ticketId, expectedBy }) => ({ ticketId, expectedBy })),
  };
}

/** Returns whether the digest says nothing that is worth a mail. */
export function isQuiet({ insights, unanswered, lateTickets }: Digest): boolean {
  return insights.questions === 0 && unanswered.length === 0 && lateTickets.length === 0;
}
