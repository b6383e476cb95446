/** Keeps the turns of conversations, for follow-ups and for maintainers; each forgets itself after a time. */
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  conversationPartition,
  type DayList,
  dayListPartition,
  type Key,
  SHARDS,
  shardOf,
  TURN,
} from './activity-keys.ts';
import { type ConversationExport, deleteConversation, exportConversation } from './conversation-erasure.ts';
import { gather } from './gather.ts';
import {
  expiryAfter,
  getItems,
  type Item,
  isAlive,
  putItems,
  queryItems,
  type TableOptions,
  WRITE_BATCH,
} from './items.ts';
import { type MessagePlace, placeOf } from './message-id.ts';

const memory = z.object({
  text: z.string(),
  questionLocale: z.string(),
  kind: z.string(),
  match: z.string().nullable(),
  candidates: z.array(z.string()),
  fallbacks: z.number(),
});

const turnItem = z.object({
  messageId: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  locale: z.string(),
  confidence: z.number(),
  memory,
});
/** One stored turn: what to remember of it, and what was answered. The text is redacted before it comes here. */
export type StoredTurn = z.infer<typeof turnItem>;

export interface ConversationStore {
  /** Returns what to remember of the latest turn, or undefined for an unknown or expired conversation. */
  lastTurn(conversationId: string): Promise<StoredTurn['memory'] | undefined>;
  /** Returns one turn, or undefined when it is unknown or expired. */
  readTurn(place: MessagePlace): Promise<StoredTurn | undefined>;
  /** Returns the turns at the places that still exist. */
  readTurns(places: readonly Pick<MessagePlace, 'conversationId' | 'turnId'>[]): Promise<readonly StoredTurn[]>;
  /** Returns the latest turns of a conversation, oldest first. */
  latestTurns(conversationId: string, most: number): Promise<readonly StoredTurn[]>;
  saveTurn(turn: StoredTurn): Promise<void>;
  /** Lists the turn among those of its day that had no sure answer. */
  markDoubtful(messageId: string): Promise<void>;
  /** Returns the latest of those of the days, newest day first, at most `most`. */
  doubtfulTurns(days: readonly string[], most: number): Promise<readonly StoredTurn[]>;
  /** Deletes all that is stored of the conversation; deleting twice is no error. */
  deleteConversation(conversationId: string): Promise<void>;
  /** Returns all that is stored of the conversation, or undefined when nothing is. */
  exportConversation(conversationId: string): Promise<ConversationExport | undefined>;
}

export interface ConversationStoreOptions extends TableOptions {
  readonly keepDays: number;
  readonly now: () => Date;
}

/** One request for the table to do while the next is made. */
const WRITES_BESIDE = 2;

/** Returns the store over the activity table: a partition a conversation, a sort key a turn, in the order of time. */
export function conversationStore({ keepDays, now, ...options }: ConversationStoreOptions): ConversationStore {
  const { database, table } = options;
  const puts = gather<Item>({
    work: (items) => putItems(options, items),
    most: WRITE_BATCH,
    beside: WRITES_BESIDE,
  });
  /** A turn's keys hold its random id, so no two of one batch are the same. */
  const put = (item: Item) => puts.take({ ...item, expiresAt: expiryAfter(keepDays, now()) });
  const alive = (items: readonly Item[]) => items.filter((item) => isAlive(item, now()));
  const latest = async (conversationId: string, limit: number) => {
    const pk = conversationPartition(conversationId);
    const items = await queryItems(options, { pk, prefix: TURN, newestFirst: true, limit });
    return alive(items).map((item) => turnItem.parse(item));
  };
  const readTurns: ConversationStore['readTurns'] = async (places) => {
    const items = await getItems(options, places.map(turnKey));
    return alive(items).map((item) => turnItem.parse(item));
  };

  return {
    lastTurn: async (conversationId) => (await latest(conversationId, 1))[0]?.memory,
    latestTurns: async (conversationId, most) => (await latest(conversationId, most)).toReversed(),
    readTurns,
    async readTurn(place) {
      const { Item } = await database.send(
        new GetCommand({ TableName: table, Key: turnKey(place), ConsistentRead: true }),
      );
      const item = Item as Item | undefined;
      return isAlive(item, now()) ? turnItem.parse(item) : undefined;
    },
    async saveTurn(turn) {
      await put({ ...turnKey(knownPlace(turn.messageId)), ...turn });
    },
    async markDoubtful(messageId) {
      await put(dayListKey('DOUBTFUL', knownPlace(messageId)));
    },
    async doubtfulTurns(days, most) {
      return readTurns(await placesOfDays(options, { list: 'DOUBTFUL', days, most }));
    },
    deleteConversation: (conversationId) => deleteConversation(options, conversationId),
    exportConversation: (conversationId) => exportConversation(options, conversationId, now()),
  };
}

/** Returns the key of a turn. */
export function turnKey({ conversationId, turnId }: Pick<MessagePlace, 'conversationId' | 'turnId'>): Key {
  return { pk: conversationPartition(conversationId), sk: `${TURN}${turnId}` };
}

/** Returns the key by which a turn is on a list of its day. It follows from the message's id, so deleting needs no search. */
export function dayListKey(list: DayList, place: MessagePlace): Key {
  const pk = dayListPartition(list, place.day, shardOf(place.conversationId));
  return { pk, sk: `${place.turnId}#${place.conversationId}` };
}

/** Returns the places on a list of the days, newest first; reads a day only when the newer ones do not fill `most`. */
export async function placesOfDays(
  options: TableOptions,
  { list, days, most }: { list: DayList; days: readonly string[]; most: number },
): Promise<readonly Pick<MessagePlace, 'conversationId' | 'turnId'>[]> {
  const places: Pick<MessagePlace, 'conversationId' | 'turnId'>[] = [];
  for (const day of days.toSorted().toReversed()) {
    const shards = Array.from({ length: SHARDS }, (_, shard) => dayListPartition(list, day, shard));
    const limit = most - places.length;
    const items = await Promise.all(shards.map((pk) => queryItems(options, { pk, newestFirst: true, limit })));
    const newest = items.flat().toSorted((a, b) => b.sk.localeCompare(a.sk));
    for (const { sk } of newest.slice(0, limit)) {
      const [turnId = '', conversationId = ''] = sk.split('#');
      places.push({ turnId, conversationId });
    }
    if (places.length >= most) break;
  }
  return places;
}

function knownPlace(messageId: string): MessagePlace {
  const place = placeOf(messageId);
  if (!place) throw new Error(`Not a message id: ${messageId}`);
  return place;
}
