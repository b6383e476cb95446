/** Speaks to the API; its contract is types only, so that nothing of the server is in the widget. */
import type { z } from '@hono/zod-openapi';
import type {
  entryList,
  entrySchema,
  healthSchema,
  messageReply,
  supportSchema,
} from '../../functions/http/schemas.ts';
import type { Locale } from './strings.ts';

export type Reply = z.infer<typeof messageReply>;
/** What an answer holds wherever it comes from: the ids are the API's own. */
export type Answer = Omit<Reply, 'messageId' | 'conversationId' | 'survey' | 'stored'>;
export type Entry = z.infer<typeof entrySchema>;
export type Support = z.infer<typeof supportSchema>;
export type EntryList = z.infer<typeof entryList>;
type Health = z.infer<typeof healthSchema>;

export interface Question {
  readonly text: string;
  readonly locale?: Locale | undefined;
  readonly conversationId?: string | undefined;
}

export interface Feedback {
  readonly messageId: string;
  readonly helpful: boolean;
  readonly rating?: number | undefined;
  readonly comment?: string | undefined;
}

export interface TicketRequest {
  readonly channel: 'email' | 'phone' | 'chat';
  readonly contact: string;
  readonly text: string;
  readonly locale?: Locale | undefined;
  readonly conversationId?: string | undefined;
}

export interface Ticket {
  readonly ticketId: string;
  readonly channel: string;
  /** ISO 8601. */
  readonly expectedBy: string;
}

/** Thrown when the API cannot be reached or refuses; `detail` is in the visitor's language when the API gave one. */
export interface ApiFailure {
  /** HTTP status, 0 when nothing came back. */
  readonly status: number;
  readonly detail?: string;
  /** What of the request is wrong; the messages are for whoever reads a log. */
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

const TIMEOUT_MS = 15_000;

/** Returns the functions that call the API at `base`. Each rejects with an ApiFailure. */
export function apiClient(base: string) {
  async function call<T>(path: string, locale: Locale, init: RequestInit = {}): Promise<T> {
    const response = await fetch(base + path, {
      ...init,
      credentials: 'omit',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { 'accept-language': locale, ...init.headers },
    }).catch(() => undefined);
    if (!response) throw { status: 0 } satisfies ApiFailure;
    const body = response.status === 204 ? undefined : await response.json().catch(() => undefined);
    if (!response.ok)
      throw { status: response.status, detail: body?.detail, errors: body?.errors } satisfies ApiFailure;
    return body;
  }
  const post = <T>(path: string, locale: Locale, body: object, headers = {}) =>
    call<T>(path, locale, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  const query = (locale: Locale) => `locale=${locale}`;

  return {
    ask: (question: Question, locale: Locale) => post<Reply>('/v1/messages', locale, question),
    entry: (id: string, locale: Locale) =>
      call<Entry>(`/v1/entries/${encodeURIComponent(id)}?${query(locale)}`, locale),
    entries: (locale: Locale, group?: string) =>
      call<EntryList>(`/v1/entries?${query(locale)}${group ? `&group=${encodeURIComponent(group)}` : ''}`, locale),
    support: (locale: Locale) => call<Support>(`/v1/support?${query(locale)}`, locale),
    health: (locale: Locale) => call<Health>('/v1/health', locale),
    feedback: (feedback: Feedback, locale: Locale) => post<unknown>('/v1/feedback', locale, feedback),
    /** The same key sends the same request once, however often it is tried. */
    ticket: (request: TicketRequest, key: string, locale: Locale) =>
      post<Ticket>('/v1/tickets', locale, request, { 'idempotency-key': key }),
    forget: (conversationId: string, locale: Locale) =>
      call<void>(`/v1/conversations/${encodeURIComponent(conversationId)}`, locale, { method: 'DELETE' }),
  };
}

export type ApiClient = ReturnType<typeof apiClient>;

/** Returns the failure that a call ended in. Anything else is a mistake of our own and is thrown on. */
export function failureOf(error: unknown): ApiFailure {
  if (typeof error === 'object' && error !== null && 'status' in error) return error as ApiFailure;
  throw error;
}
