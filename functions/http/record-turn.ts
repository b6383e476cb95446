/** Keeps a turn and counts it, without ever delaying or spoiling the answer. */
import { additionsOfTurn } from '../insights/day-counts.ts';
import { isDoubtful } from '../insights/is-doubtful.ts';
import type { StoredTurn } from '../store/conversation-store.ts';
import { placeOf } from '../store/message-id.ts';
import type { Dependencies } from './dependencies.ts';

/** How long an answer waits for its turn to be stored, so that a follow-up finds it; a write takes 5 to 20 ms. */
const MOST_WAIT_MS = 300;

/** Stores the turn, its counts, and its place among the doubtful ones. Resolves when done or after a short wait; never rejects. */
export async function recordTurn(dependencies: Dependencies, turn: StoredTurn): Promise<void> {
  const { conversations, insights, log } = dependencies;
  const { messageId, memory, confidence } = turn;
  const place = placeOf(messageId);
  if (!place) throw new Error(`Not a message id: ${messageId}`);
  const writes = [
    conversations.saveTurn(turn),
    insights.count(place.day, place.conversationId, additionsOfTurn(memory)),
    ...(isDoubtful({ kind: memory.kind, confidence }) ? [conversations.markDoubtful(messageId)] : []),
  ].map((write) => write.catch((error: unknown) => log('turn not stored', { error: String(error) })));
  await Promise.race([Promise.all(writes), afterWait()]);
}

/** Resolves after the wait, without keeping a process alive for it. */
function afterWait(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, MOST_WAIT_MS).unref();
  });
}
