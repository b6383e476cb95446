/** Keeps a turn and counts it, without ever delaying or spoiling the answer. */
import { additionsOfTurn } from '../insights/day-counts.ts';
import { isDoubtful } from '../insights/is-doubtful.ts';
import type { StoredTurn } from '../store/conversation-store.ts';
import { placeOf } from '../store/message-id.ts';
import type { Wait } from '../store/patience.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * Stores the turn, its counts, and its place among the doubtful ones. Resolves when done, or when `wait` gives up on the
 * table, to whether the turn is stored: a follow-up finds it, and it can be judged. Never rejects.
 */
export async function recordTurn(dependencies: Dependencies, turn: StoredTurn, wait: Wait): Promise<boolean> {
  const { conversations, insights, log, livesOnAfterReply = false } = dependencies;
  const { messageId, memory, confidence } = turn;
  const place = placeOf(messageId);
  if (!place) throw new Error(`Not a message id: ${messageId}`);
  const tried = (write: Promise<void>) => succeeds(write, (error) => log('turn not stored', { error: String(error) }));
  const counted = tried(insights.count(place.day, place.conversationId, additionsOfTurn(memory)));
  const writes = [
    tried(conversations.saveTurn(turn)),
    ...(isDoubtful({ ...memory, confidence }) ? [tried(conversations.markDoubtful(messageId))] : []),
    ...(livesOnAfterReply ? [] : [counted]),
  ];
  const [saved = false] = await wait(Promise.all(writes), []);
  return saved;
}

async function succeeds(write: Promise<void>, onFailure: (error: unknown) => void): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    onFailure(error);
    return false;
  }
}
