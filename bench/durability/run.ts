/** Writes under kills, then compares what was acknowledged with what is there. */
import * as z from 'zod';
import { ADMIN_TOKEN, startServer } from './killed-server.ts';
import { type Acknowledged, write } from './writer.ts';

export interface DurabilityPlan {
  readonly writes: number;
  readonly clients: number;
  readonly kills: number;
  readonly dataDir: string;
}

export interface Durability {
  readonly acknowledged: Readonly<Record<'messages' | 'feedback' | 'tickets', number>>;
  /** Tries that were not acknowledged, and were made again. */
  readonly refused: number;
  readonly kills: number;
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  readonly seconds: number;
}

const exported = z.object({
  turns: z.array(z.object({ messageId: z.string() })),
  feedback: z.array(z.object({ messageId: z.string(), comment: z.string().optional() })),
});
const listed = z.object({ tickets: z.array(z.object({ ticketId: z.string(), text: z.string() })) });

/** Carries out the plan. `tell` hears of each kill. */
export async function runDurability(plan: DurabilityPlan, tell: (line: string) => void): Promise<Durability> {
  const server = await startServer(plan.dataDir);
  const started = performance.now();
  let taken = 0;
  let refused = 0;
  let kills = 0;
  const take = () => {
    taken += 1;
    return taken <= plan.writes;
  };
  const writers = Array.from({ length: plan.clients }, (_, at) =>
    write({ address: server.address, name: `client-${at}`, take, onRefused: () => (refused += 1) }),
  );
  const writing = Promise.all(writers);
  /** Kills come at even shares of the writes, in mid-load. */
  const killing = (async () => {
    while (kills < plan.kills && taken < plan.writes) {
      if (taken < ((kills + 1) * plan.writes) / (plan.kills + 1)) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        continue;
      }
      await server.killAndStart();
      kills += 1;
      tell(`killed and started again ${kills} times, ${taken} writes begun`);
    }
  })();
  try {
    const [done] = await Promise.all([writing, killing]);
    const seconds = Math.round((performance.now() - started) / 1000);
    return { ...(await compare(server.address, done)), refused, kills, seconds };
  } finally {
    await server.stop();
  }
}

async function compare(address: string, clients: readonly Acknowledged[]) {
  const lost: string[] = [];
  const twice: string[] = [];
  const messages = clients.flatMap((client) => client.messages);
  const feedback = new Map(clients.flatMap((client) => [...client.feedback]));
  for (const conversationId of new Set(messages.map((message) => message.conversationId))) {
    const { turns, feedback: given } = exported.parse(await read(`${address}/v1/conversations/${conversationId}`));
    const comments = new Map(given.map(({ messageId, comment }) => [messageId, comment]));
    for (const { messageId } of messages.filter((message) => message.conversationId === conversationId)) {
      const times = turns.filter((turn) => turn.messageId === messageId).length;
      if (times === 0) lost.push(`message ${messageId}`);
      if (times > 1) twice.push(`message ${messageId}`);
      const expected = feedback.get(messageId);
      if (expected !== undefined && comments.get(messageId) !== expected) lost.push(`feedback on ${messageId}`);
      if (given.filter((one) => one.messageId === messageId).length > 1) twice.push(`feedback on ${messageId}`);
    }
  }
  const { tickets } = listed.parse(await read(`${address}/v1/admin/tickets`));
  const idsByText = new Map<string, string[]>();
  for (const { text, ticketId } of tickets) idsByText.set(text, [...(idsByText.get(text) ?? []), ticketId]);
  for (const [key, ticketId] of clients.flatMap((client) => [...client.tickets])) {
    const ids = idsByText.get(`ticket ${key}`) ?? [];
    if (!ids.includes(ticketId)) lost.push(`ticket ${key}`);
    if (ids.length > 1) twice.push(`ticket ${key}`);
  }
  return {
    acknowledged: {
      messages: messages.length,
      feedback: feedback.size,
      tickets: clients.reduce((sum, client) => sum + client.tickets.size, 0),
    },
    lost,
    twice,
  };
}

async function read(url: string): Promise<unknown> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${ADMIN_TOKEN}` } });
  return response.json();
}
