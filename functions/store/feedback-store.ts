/** Keeps what visitors think of a message: one judgement a message, the last one counts. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { conversationPartition, FEEDBACK, type Key } from './activity-keys.ts';
import { dayListKey, placesOfDays } from './conversation-store.ts';
import { expiryAfter, getItems, isAlive, type TableOptions } from './items.ts';
import type { MessagePlace } from './message-id.ts';

const feedbackItem = z.object({
  messageId: z.string(),
  helpful: z.boolean(),
  rating: z.number().optional(),
  /** Redacted before it comes here. */
  comment: z.string().optional(),
  /** ISO 8601, UTC: when it was last changed. */
  at: z.string(),
});
export type StoredFeedback = z.infer<typeof feedbackItem>;

export interface FeedbackStore {
  /** Stores the judgement of a message; returns the one it replaces, if any. */
  save(place: MessagePlace, feedback: StoredFeedback): Promise<StoredFeedback | undefined>;
  /** Returns the feedback on messages of the days, newest message first, at most `most`. */
  ofDays(days: readonly string[], most: number): Promise<readonly StoredFeedback[]>;
}

export interface FeedbackStoreOptions extends TableOptions {
  readonly keepDays: number;
  readonly now: () => Date;
}

/** Returns the store over the activity table: the judgement lies beside its turn, and a pointer on the list of the day. */
export function feedbackStore({ keepDays, now, ...options }: FeedbackStoreOptions): FeedbackStore {
  const { database, table } = options;
  return {
    async save(place, feedback) {
      const expiresAt = expiryAfter(keepDays, now());
      // The pointer first: one that points to nothing is passed over, a judgement without one would not be seen.
      await database.send(new PutCommand({ TableName: table, Item: { ...dayListKey('FEEDBACK', place), expiresAt } }));
      // One atomic step says what it replaced, so that concurrent changes of mind are counted once each.
      const { Attributes } = await database.send(
        new PutCommand({
          TableName: table,
          Item: { ...feedbackKey(place), ...feedback, expiresAt },
          ReturnValues: 'ALL_OLD',
        }),
      );
      return Attributes && feedbackItem.parse(Attributes);
    },
    async ofDays(days, most) {
      const places = await placesOfDays(options, { list: 'FEEDBACK', days, most });
      const items = await getItems(options, places.map(feedbackKey));
      return items.filter((item) => isAlive(item, now())).map((item) => feedbackItem.parse(item));
    },
  };
}

function feedbackKey({ conversationId, turnId }: Pick<MessagePlace, 'conversationId' | 'turnId'>): Key {
  return { pk: conversationPartition(conversationId), sk: `${FEEDBACK}${turnId}` };
}
