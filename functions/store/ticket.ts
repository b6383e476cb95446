/** A ticket as it is stored: a visitor's request that a human comes back. */
import * as z from 'zod';

export const TICKET_STATUSES = ['open', 'in-progress', 'done'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];
export const TICKET_CHANNELS = ['email', 'phone', 'chat'] as const;

export const ticketItem = z.object({
  ticketId: z.string(),
  channel: z.enum(TICKET_CHANNELS),
  /** How to reach the visitor: the one thing about a person that is stored as it is, since the answer goes there. */
  contact: z.string(),
  /** Redacted before it comes here, as is the transcript. */
  text: z.string(),
  locale: z.string(),
  status: z.enum(TICKET_STATUSES),
  /** ISO 8601, UTC, as are the other moments. */
  createdAt: z.string(),
  expectedBy: z.string(),
  changedAt: z.string().optional(),
  closedAt: z.string().optional(),
  conversationId: z.string().optional(),
  /** What was asked and how the bot replied, oldest first. */
  transcript: z
    .array(z.object({ at: z.string(), text: z.string(), kind: z.string(), match: z.string().nullable() }))
    .optional(),
  /** Entries that were given or offered before the visitor asked for a human. */
  entriesTried: z.array(z.string()).optional(),
  /** Hash of the Idempotency-Key. */
  keyHash: z.string(),
});
export type StoredTicket = z.infer<typeof ticketItem>;

/** Returns whether the answer is overdue, or came after it was due. */
export function isLate({ expectedBy, closedAt }: Pick<StoredTicket, 'expectedBy' | 'closedAt'>, now: Date): boolean {
  return (closedAt === undefined ? now.getTime() : Date.parse(closedAt)) > Date.parse(expectedBy);
}
