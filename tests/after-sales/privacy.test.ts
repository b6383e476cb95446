import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRIVATE_TEXTS } from './private-texts.ts';
import { ACTIVITY, ADMIN, type Service, startService } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

/** Looks at the table as a thief would: everything. */
async function everything(): Promise<Record<string, unknown>[]> {
  const { Items } = await service.database.send(new ScanCommand({ TableName: ACTIVITY }));
  return Items ?? [];
}

async function fullConversation() {
  const { conversationId, messageId } = await service.ask('how do I get a visum for mars');
  await service.call('POST', '/v1/feedback', { body: { messageId, helpful: false, comment: 'of no use' } });
  const body = { channel: 'phone', contact: '+31612345678', text: 'Call me', conversationId };
  const { ticketId } = (await service.call('POST', '/v1/tickets', { body })).body;
  return { conversationId, messageId, ticketId };
}

describe('what is stored', () => {
  it('has nothing private in it, and neither has the log', async () => {
    for (const [text] of PRIVATE_TEXTS.slice(0, 30)) await service.ask(text);
    const stored = JSON.stringify(await everything()) + service.logged.join('\n');
    for (const [, part] of PRIVATE_TEXTS.slice(0, 30)) expect(stored).not.toContain(part);
  });

  it('forgets itself: every item has a day on which it goes', async () => {
    await fullConversation();
    const seconds = Date.parse('2026-11-25T09:00:00Z') / 1000;
    const days = new Map<string, number>();
    for (const { pk, expiresAt } of await everything())
      days.set(String(pk).split('#')[0] ?? '', (Number(expiresAt) - seconds) / 86_400);
    expect(Object.fromEntries(days)).toEqual({
      CONVERSATION: expect.toSatisfy((value: number) => value === 90 || value === 180),
      DOUBTFUL: 90,
      FEEDBACK: 90,
      TICKET: 180,
      OPEN_TICKETS: 180,
      COUNT: 800,
    });
  });

  it('is not read any more once its time has passed, even while the table still has it', async () => {
    const { conversationId, messageId } = await fullConversation();
    service.setClock('2027-03-01T09:00:00.000Z');
    const body = { messageId, helpful: true };
    expect((await service.call('POST', '/v1/feedback', { body })).status).toBe(404);
    expect((await service.ask('and on Android?', { conversationId })).conversationId).not.toBe(conversationId);
    service.setClock('2026-11-25T09:00:00.000Z');
  });
});

describe('a visitor takes everything along, or away', () => {
  it('exports turns, feedback and tickets', async () => {
    const { conversationId, ticketId } = await fullConversation();
    const { status, headers, body } = await service.call('GET', `/v1/conversations/${conversationId}`);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body.turns).toHaveLength(1);
    expect(body.feedback).toEqual([expect.objectContaining({ comment: 'of no use' })]);
    expect(body.tickets).toEqual([expect.objectContaining({ ticketId, contact: '+31612345678' })]);
  });

  it('deletes them, in all places, and twice is no error', async () => {
    const { conversationId, ticketId } = await fullConversation();
    const path = `/v1/conversations/${conversationId}`;
    expect((await service.call('DELETE', path)).status).toBe(204);
    expect((await service.call('DELETE', path)).status).toBe(204);
    expect((await service.call('GET', path)).status).toBe(404);
    expect(JSON.stringify(await everything())).not.toContain(conversationId);
    const { body } = await service.call('GET', '/v1/admin/tickets', { headers: ADMIN });
    const ticket = body.tickets.find((each: { ticketId: string }) => each.ticketId === ticketId);
    expect(ticket.text).toBe('Call me');
    expect(ticket).not.toHaveProperty('transcript');
  });

  it('deletes a conversation of more turns than one batch takes', async () => {
    const { conversationId } = await service.ask('hello');
    for (let at = 0; at < 40; at += 1) await service.ask(`question about marsmobil ${at}`, { conversationId });
    expect((await service.call('DELETE', `/v1/conversations/${conversationId}`)).status).toBe(204);
    expect(JSON.stringify(await everything())).not.toContain(conversationId);
  });

  it('leaves the conversations of others alone, and the ids out of the log', async () => {
    const mine = await fullConversation();
    const other = await fullConversation();
    await service.call('DELETE', `/v1/conversations/${mine.conversationId}`);
    expect((await service.call('GET', `/v1/conversations/${other.conversationId}`)).body.turns).toHaveLength(1);
    expect(service.logged.join('\n')).not.toContain(mine.conversationId);
  });
});
