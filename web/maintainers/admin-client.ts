/** Speaks to the maintainers' routes; its contract is types only. */
import type { z } from '@hono/zod-openapi';
import type { ExplainedTurn } from '../../functions/conversation/explain-turn.ts';
import type { identityReply } from '../../functions/http/admin-identity.ts';
import type {
  adminTicket,
  feedbackListReply,
  insightsReply,
  ticketListReply,
  unansweredReply,
} from '../../functions/http/admin-schemas.ts';
import type { entryList } from '../../functions/http/schemas.ts';
import type { Period } from './address.ts';
import type { Locale } from './strings.ts';

export type Role = z.infer<typeof identityReply>['role'];
export type Insights = z.infer<typeof insightsReply>;
export type EntryInsight = Insights['entries'][number];
export type Share = Insights['answerRate'];
export type Unanswered = z.infer<typeof unansweredReply>;
export type QuestionGroup = Unanswered['groups'][number];
export type FeedbackList = z.infer<typeof feedbackListReply>;
export type FeedbackItem = FeedbackList['items'][number];
export type Ticket = z.infer<typeof adminTicket>;
export type TicketStatus = Ticket['status'];
export type TicketList = z.infer<typeof ticketListReply>;
export type Explained = ExplainedTurn;
export type EntryNames = z.infer<typeof entryList>['entries'];

/** Thrown when the API cannot be reached or refuses; `detail` is in the reader's language when the API gave one. */
export interface ApiFailure {
  /** HTTP status, 0 when nothing came back. */
  readonly status: number;
  readonly detail?: string;
}

const TIMEOUT_MS = 20_000;

/** Returns the functions that call the API as whoever holds the token. Each rejects with an ApiFailure. */
export function adminClient(token: string, locale: Locale) {
  async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
    const response = await fetch(path, {
      ...init,
      credentials: 'omit',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { authorization: `Bearer ${token}`, 'accept-language': locale, ...init.headers },
    }).catch(() => undefined);
    if (!response) throw { status: 0 } satisfies ApiFailure;
    const body = await response.json().catch(() => undefined);
    if (!response.ok) throw { status: response.status, detail: body?.detail } satisfies ApiFailure;
    return body;
  }
  const query = (values: Readonly<Record<string, string>>) => `?${new URLSearchParams(values)}`;
  const dates = ({ from, to }: Period) => ({ from, to });

  return {
    identity: () => call<{ role: Role }>('/v1/admin/identity'),
    insights: (period: Period) => call<Insights>(`/v1/admin/insights${query(dates(period))}`),
    unanswered: (period: Period) => call<Unanswered>(`/v1/admin/unanswered${query(dates(period))}`),
    feedback: (period: Period) => call<FeedbackList>(`/v1/admin/feedback${query(dates(period))}`),
    tickets: (period: Period, status: 'open' | 'done') =>
      call<TicketList>(`/v1/admin/tickets${query({ ...dates(period), status })}`),
    changeTicket: (ticketId: string, status: TicketStatus) =>
      call<Ticket>(`/v1/admin/tickets/${encodeURIComponent(ticketId)}`, {
        method: 'PATCH',
        body: JSON.stringify({ status }),
        headers: { 'content-type': 'application/json' },
      }),
    explain: (q: string, expected: string) =>
      call<Explained>(`/v1/admin/explain${query({ q, ...(expected && { locale: expected }) })}`),
    /** Names and groups of all entries; for these no token is needed. */
    entries: () => call<{ entries: EntryNames }>(`/v1/entries${query({ locale })}`),
  };
}

export type AdminClient = ReturnType<typeof adminClient>;

/** Returns the failure that a call ended in. Anything else is a mistake of our own and is thrown on. */
export function failureOf(error: unknown): ApiFailure {
  if (typeof error === 'object' && error !== null && 'status' in error) return error as ApiFailure;
  throw error;
}
