import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FAULTS, type FaultyTable, startFaultyTable } from './faulty-table.ts';
import { startVisitors, type Visitors } from './visitors.ts';

const QUESTIONS = 20;
let table: FaultyTable;
let visitors: Visitors;

beforeAll(async () => {
  table = await startFaultyTable();
  visitors = await startVisitors(table.endpoint);
  await wellAgain();
});
afterAll(async () => {
  await visitors.server.close();
  await table.close();
});

const SOON = { timeout: 40_000, interval: 100 };
const wellAgain = () =>
  vi.waitFor(async () => {
    expect((await visitors.get('/v1/health')).body.status).toBe('ok');
    expect((await visitors.ask()).body.stored).toBe(true);
  }, SOON);
const ticket = (text: string) => ({ channel: 'chat', contact: 'eva', text });
const tickets = async () => {
  const headers = { authorization: `Bearer ${visitors.server.adminToken}` };
  const response = await fetch(`${visitors.server.address}/v1/admin/tickets`, { headers });
  const listed = (await response.json()) as { tickets: { text: string }[] };
  return listed.tickets.map(({ text }) => text);
};

describe.each(FAULTS)('while the table is %s', (fault) => {
  let before: { conversationId: string; messageId: string; catalogueVersion: number };
  beforeAll(async () => {
    before = (await visitors.ask()).body;
    await table.fail(fault);
  });

  it('answers every question from the last good copy', async () => {
    const asked = Array.from({ length: QUESTIONS }, (_, at) =>
      visitors.ask(at % 2 === 0 ? {} : { conversationId: before.conversationId }),
    );
    for (const { status, body } of await Promise.all(asked)) {
      expect(status).toBe(200);
      expect(body).toMatchObject({ kind: 'answer', stored: false, catalogueVersion: before.catalogueVersion });
    }
  });

  it('goes on with a conversation that it cannot read', async () => {
    const { body } = await visitors.ask({ conversationId: before.conversationId });
    expect(body.conversationId).toBe(before.conversationId);
  });

  it('serves the catalogue and the support channels', async () => {
    const paths = ['/v1/entries?locale=nl', '/v1/support', '/v1/answers?q=puk'];
    const replies = await Promise.all(paths.map((path) => visitors.get(path)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('says that it is degraded', async () => {
    expect((await visitors.get('/v1/health')).body.status).toBe('degraded');
  });

  it('refuses what it cannot store, and says when to come back', async () => {
    const refused = await Promise.all([
      visitors.post('/v1/feedback', { messageId: before.messageId, helpful: true }),
      visitors.post('/v1/tickets', ticket(`refused while ${fault}`)),
    ]);
    for (const { status, headers, body } of refused) {
      expect(status).toBe(503);
      expect(headers.get('retry-after')).toBe('5');
      expect(body.type).toBe('urn:simtolk:problem:unavailable');
    }
  });

  it('is well again soon after the table, without a restart', async () => {
    await table.heal();
    await wellAgain();
    expect((await visitors.post('/v1/feedback', { messageId: before.messageId, helpful: true })).status).toBe(201);
    expect((await visitors.post('/v1/tickets', ticket(`kept after ${fault}`))).status).toBe(201);
  });

  it('has kept nothing of what it refused, and all that it took', async () => {
    const listed = await tickets();
    expect(listed).toContain(`kept after ${fault}`);
    expect(listed).not.toContain(`refused while ${fault}`);
  });
});

describe('a table that stays silent', () => {
  const ask = (count: number) => Promise.all(Array.from({ length: count }, () => visitors.ask()));
  const silentFor = async (questions: number) => {
    table.takeCount();
    await ask(questions);
    return table.takeCount();
  };

  it.each(['hung', 'throttling', 'killed'] as const)(
    'is asked no more often than there are questions, and soon hardly at all, when it is %s',
    async (fault) => {
      await table.fail(fault);
      const first = await silentFor(QUESTIONS);
      // Once writes have run into their time limits, the table is left alone.
      await visitors.post('/v1/tickets', ticket('refused'));
      const second = await silentFor(4 * QUESTIONS);
      await table.heal();
      await wellAgain();
      expect(first).toBeLessThanOrEqual(QUESTIONS);
      expect(second).toBeLessThanOrEqual(QUESTIONS / 2);
    },
  );
});
