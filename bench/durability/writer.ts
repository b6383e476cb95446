/** One client: writes a message, judges it, now and then asks for a human, and remembers what was acknowledged. */
import * as z from 'zod';

export interface Acknowledged {
  readonly messages: { readonly messageId: string; readonly conversationId: string }[];
  /** The message, and the comment that was acknowledged last. */
  readonly feedback: Map<string, string>;
  /** The client's key and the id it was given. */
  readonly tickets: Map<string, string>;
}

export interface WriterOptions {
  readonly address: string;
  readonly name: string;
  /** Returns whether there is a write left to do, and takes it. */
  readonly take: () => boolean;
  readonly onRefused: () => void;
}

const RETRY_MS = 100;
const message = z.object({ messageId: z.string(), conversationId: z.string(), stored: z.boolean() });
const ticket = z.object({ ticketId: z.string() });
/** Two questions that are known and one that is not. */
const QUESTIONS = ['where do I find my puk code', 'geen internet na de landing', 'zebra purple seventeen'];

/** Writes until nothing is left to take. What is not acknowledged is sent again, a ticket under the same key. */
export async function write({ address, name, take, onRefused }: WriterOptions): Promise<Acknowledged> {
  const done: Acknowledged = { messages: [], feedback: new Map(), tickets: new Map() };

  /** Returns the reply once there is one that acknowledges. */
  async function send<T extends z.ZodType>(path: string, body: object, schema: T, key = ''): Promise<z.infer<T>> {
    for (;;) {
      try {
        const response = await fetch(address + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) },
          body: JSON.stringify(body),
        });
        const reply: unknown = await response.json();
        if (response.ok) return schema.parse(reply);
      } catch {
        // Killed in the middle of it.
      }
      onRefused();
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS * (0.5 + Math.random())));
    }
  }

  let conversationId: string | undefined;
  for (let turn = 0; take(); turn += 1) {
    const text = QUESTIONS[turn % QUESTIONS.length] ?? '';
    const reply = await send('/v1/messages', { text, ...(conversationId && { conversationId }) }, message);
    conversationId = turn % 10 === 9 ? undefined : reply.conversationId;
    if (!reply.stored) {
      onRefused();
      continue;
    }
    done.messages.push(reply);
    if (take()) {
      const comment = `${name} turn ${turn}`;
      await send('/v1/feedback', { messageId: reply.messageId, helpful: turn % 3 > 0, comment }, z.unknown());
      done.feedback.set(reply.messageId, comment);
    }
    if (turn % 2 === 0 && take()) {
      const key = `${name}-${turn}`;
      const asked = { channel: 'chat', contact: name, text: `ticket ${key}` };
      done.tickets.set(key, (await send('/v1/tickets', asked, ticket, key)).ticketId);
    }
  }
  return done;
}
