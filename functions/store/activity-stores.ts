/** Opens everything that is kept in the activity table. */
import { type ConversationStore, conversationStore } from './conversation-store.ts';
import { type FeedbackStore, feedbackStore } from './feedback-store.ts';
import { type InsightStore, insightStore } from './insight-store.ts';
import type { TableOptions } from './items.ts';
import { type TableWatch, watchTable } from './table-watch.ts';
import { type TicketStore, ticketStore } from './ticket-store.ts';

export interface ActivityStores {
  readonly conversations: ConversationStore;
  readonly feedback: FeedbackStore;
  readonly tickets: TicketStore;
  readonly insights: InsightStore;
  /** Over the table that all of them are in. */
  readonly activity: TableWatch;
}

export interface ActivityOptions extends TableOptions {
  readonly keepDays: number;
  readonly ticketKeepDays: number;
  readonly now: () => Date;
  /** How long a question may wait for the table while it is silent; short unless it cannot be silent for long. */
  readonly patienceMs?: number;
  /** Only where no reply waits for counts: see the insight store. */
  readonly countRestMs?: number;
}

/** Days that personal things are kept where nothing else is set. */
export const DEFAULT_KEEP_DAYS = { keepDays: 90, ticketKeepDays: 180 } as const;

/** Returns the stores; nothing is read or written before the first call. */
export function activityStores({ keepDays, ticketKeepDays, patienceMs, ...options }: ActivityOptions): ActivityStores {
  return {
    conversations: conversationStore({ ...options, keepDays }),
    feedback: feedbackStore({ ...options, keepDays }),
    tickets: ticketStore({ ...options, keepDays: ticketKeepDays }),
    insights: insightStore(options),
    activity: watchTable(options, patienceMs),
  };
}
