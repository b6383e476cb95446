/** All that is stored of one conversation: given out whole, or deleted. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import {
  conversationPartition,
  type DayList,
  dayListPartition,
  FEEDBACK,
  type Key,
  shardOf,
  TICKET_POINTER,
  TURN,
  ticketKey,
} from './activity-keys.ts';
import { deleteItems, getItems, type Item, isAlive, queryItems, type TableOptions } from './items.ts';
import { messageIdAt, placeOf } from './message-id.ts';

export interface ConversationExport {
  readonly conversationId: string;
  readonly turns: readonly Readonly<Record<string, unknown>>[];
  readonly feedback: readonly Readonly<Record<string, unknown>>[];
  readonly tickets: readonly Readonly<Record<string, unknown>>[];
}

/** Returns every item of the conversation without its keys, or undefined when there is none. */
export async function exportConversation(
  options: TableOptions,
  conversationId: string,
  now: Date,
): Promise<ConversationExport | undefined> {
  const all = await queryItems(options, { pk: conversationPartition(conversationId) });
  const items = all.filter((item) => isAlive(item, now));
  if (items.length === 0) return undefined;
  const tickets = await getItems(options, ticketKeysOf(items));
  const starting = (mark: string) => items.filter(({ sk }) => sk.startsWith(mark)).map(withoutKeys);
  return {
    conversationId,
    turns: starting(TURN),
    feedback: starting(FEEDBACK),
    tickets: tickets.filter((item) => isAlive(item, now)).map(withoutKeys),
  };
}

/**
 * Deletes the conversation: what others hold of it first, its own items last, so that a deletion that was broken off
 * finds everything again when it is repeated. A ticket stays, without the transcript: somebody waits for its answer.
 */
export async function deleteConversation(options: TableOptions, conversationId: string): Promise<void> {
  const items = await queryItems(options, { pk: conversationPartition(conversationId) });
  for (const key of ticketKeysOf(items)) await forgetTranscript(options, key);
  await deleteItems(
    options,
    items.flatMap(({ sk }) => pointersTo(conversationId, sk)),
  );
  await deleteItems(
    options,
    items.map(({ pk, sk }) => ({ pk, sk })),
  );
}

async function forgetTranscript({ database, table }: TableOptions, key: Key): Promise<void> {
  try {
    await database.send(
      new UpdateCommand({
        TableName: table,
        Key: key,
        UpdateExpression: 'REMOVE transcript, entriesTried, conversationId',
        ConditionExpression: 'attribute_exists(pk)',
      }),
    );
  } catch (error) {
    // It has expired, or was never finished: nothing of the conversation is in it.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** The entries of the day's lists that a turn or its feedback may have. */
function pointersTo(conversationId: string, sk: string): Key[] {
  const [mark, list]: [string, DayList] = sk.startsWith(TURN) ? [TURN, 'DOUBTFUL'] : [FEEDBACK, 'FEEDBACK'];
  if (!sk.startsWith(mark)) return [];
  const turnId = sk.slice(mark.length);
  const place = placeOf(messageIdAt({ conversationId, turnId }));
  if (!place) return [];
  return [{ pk: dayListPartition(list, place.day, shardOf(conversationId)), sk: `${turnId}#${conversationId}` }];
}

function ticketKeysOf(items: readonly Item[]): Key[] {
  return items
    .filter(({ sk }) => sk.startsWith(TICKET_POINTER))
    .map(({ sk }) => ticketKey(sk.slice(TICKET_POINTER.length)));
}

function withoutKeys({ pk: _pk, sk: _sk, requestHash: _hash, ...rest }: Item): Readonly<Record<string, unknown>> {
  return rest;
}
