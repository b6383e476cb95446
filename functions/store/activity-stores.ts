/** Opens everything that is kept in the activity table. */
import { type ConversationStore, conversationStore } from './conversation-store.ts';
import { type FeedbackStore, feedbackStore } from './feedback-store.ts';
import { type InsightStore, insightStore } from './insight-store.ts';
import type { TableOptions } from './items.ts';
import { type TicketStore, ticketStore } from './ticket-store.ts';

export interface ActivityStores {
  readonly conversations: ConversationStore;
  readonly feedback: FeedbackStore;
  readonly tickets: TicketStore;
  readonly insights: InsightStore;
}

export interface ActivityOptions extends TableOptions {
  readonly keepDays: number;
  readonly ticketKeepDays: number;
  readonly now: () => Date;
}

/** Days that personal things are kept where nothing else is set. */
export const DEFAULT_KEEP_DAYS = { keepDays: 90, ticketKeepDays: 180 } as const;

/** Returns the stores; nothing is read or written before the first call. */
export function activityStores({ keepDays, ticketKeepDays, ...options }: ActivityOptions): ActivityStores {
  return {
    conversations: conversationStore({ ...options, keepDays }),
    feedback: feedbackStore({ ...options, keepDays }),
    tickets: ticketStore({ ...options, keepDays: ticketKeepDays }),
    insights: insightStore(options),
  };
}
