/** Keeps the turns of conversations, for follow-ups and for maintainers; each forgets itself after a time. */
import { BatchWriteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Database } from './dynamo.ts';

const memory = z.object({
  text: z.string(),
  questionLocale: z.string(),
  kind: z.string(),
  match: z.string().nullable(),
  candidates: z.array(z.string()),
  fallbacks: z.number(),
});

/** One stored turn: what to remember of it, and what was answered. The text is redacted before it comes here. */
export interface StoredTurn {
  readonly conversationId: string;
  readonly messageId: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly locale: string;
  readonly confidence: number;
  readonly memory: z.infer<typeof memory>;
}

export interface ConversationStore {
  /** Returns what to remember of the latest turn, or undefined for an unknown or expired conversation. */
  lastTurn(conversationId: string): Promise<StoredTurn['memory'] | undefined>;
  saveTurn(turn: StoredTurn): Promise<void>;
  /** Deletes all that is stored of the conversation; deleting twice is no error. */
  deleteConversation(conversationId: string): Promise<void>;
}

export interface ConversationStoreOptions {
  readonly database: Database;
  readonly table: string;
  readonly keepDays: number;
  readonly now: () => Date;
}

const DAY_SECONDS = 86_400;
const BATCH_ITEMS = 25;

/** Returns the store over the activity table: a partition a conversation, a sort key a turn, in the order of time. */
export function conversationStore({ database, table, keepDays, now }: ConversationStoreOptions): ConversationStore {
  const seconds = () => Math.floor(now().getTime() / 1000);
  const partition = (conversationId: string) => `CONVERSATION#${conversationId}`;

  async function keysOf(pk: string): Promise<{ pk: string; sk: string }[]> {
    const keys: { pk: string; sk: string }[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const page = await database.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ProjectionExpression: 'pk, sk',
          ...(start && { ExclusiveStartKey: start }),
        }),
      );
      keys.push(...((page.Items ?? []) as { pk: string; sk: string }[]));
      start = page.LastEvaluatedKey;
    } while (start);
    return keys;
  }

  return {
    async lastTurn(conversationId) {
      const { Items } = await database.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :turn)',
          ExpressionAttributeValues: { ':pk': partition(conversationId), ':turn': 'TURN#' },
          ScanIndexForward: false,
          Limit: 1,
          ConsistentRead: true,
        }),
      );
      const item = Items?.[0];
      // DynamoDB deletes expired items within days, not at once.
      if (!item || z.number().parse(item.expiresAt) <= seconds()) return undefined;
      return memory.parse(item.memory);
    },
    async saveTurn({ conversationId, ...turn }) {
      const key = { pk: partition(conversationId), sk: `TURN#${turn.at}#${turn.messageId}` };
      const expiresAt = seconds() + keepDays * DAY_SECONDS;
      await database.send(new PutCommand({ TableName: table, Item: { ...key, ...turn, expiresAt } }));
    },
    async deleteConversation(conversationId) {
      const keys = await keysOf(partition(conversationId));
      for (let at = 0; at < keys.length; at += BATCH_ITEMS) {
        const batch = keys.slice(at, at + BATCH_ITEMS).map((Key) => ({ DeleteRequest: { Key } }));
        await database.send(new BatchWriteCommand({ RequestItems: { [table]: batch } }));
      }
    },
  };
}
