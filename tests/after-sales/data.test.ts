import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHARDS, shardOf } from '../../functions/store/activity-keys.ts';
import { messageIdOf, placeOf } from '../../functions/store/message-id.ts';
import { ADMIN, type Service, startService } from './service.ts';

let service: Service;
const used = { read: 0, write: 0, commands: [] as string[] };
beforeAll(async () => {
  service = await startService();
  // Asks the table what each request costs, and adds it up.
  service.database.middlewareStack.add(
    (next, { commandName }) =>
      async (step) => {
        const name = String(commandName);
        const result = await next({ ...step, input: { ...step.input, ReturnConsumedCapacity: 'TOTAL' } });
        const { ConsumedCapacity } = result.output as {
          ConsumedCapacity?: { CapacityUnits?: number } | { CapacityUnits?: number }[];
        };
        const units = [ConsumedCapacity ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
        used[/^(Get|Query|BatchGet|Scan)/.test(name) ? 'read' : 'write'] += units;
        used.commands.push(name);
        return result;
      },
    { step: 'initialize' },
  );
});
afterAll(() => service.close());

function spent<T>(work: () => Promise<T>): Promise<{ read: number; write: number; commands: string[] }> {
  Object.assign(used, { read: 0, write: 0, commands: [] });
  return work().then(() => ({ ...used, commands: [...used.commands] }));
}

describe('what a question costs', () => {
  it('is at most three writes and one read on average', async () => {
    const { conversationId } = await service.ask('where do I find my puk code');
    const { read, write } = await spent(async () => {
      // Three in twenty go unanswered, each for a write more: about what the development questions have.
      for (let at = 0; at < 17; at += 1) await service.ask('where do I find my puk code', { conversationId });
      for (let at = 0; at < 3; at += 1) await service.ask(`what about the marsmobil ${at}`, { conversationId });
    });
    expect(write).toBeGreaterThan(20);
    expect(write / 20).toBeLessThanOrEqual(3.2);
    expect(read / 20).toBeLessThanOrEqual(1);
  });
});

describe('what maintainers read', () => {
  it('costs the same for insights after more questions of the same kind', async () => {
    const look = () => service.call('GET', '/v1/admin/insights', { headers: ADMIN });
    for (let at = 0; at < 8 * SHARDS; at += 1) await service.ask('where do I find my puk code');
    const before = await spent(look);
    for (let at = 0; at < 8 * SHARDS; at += 1) await service.ask('where do I find my puk code');
    const after = await spent(look);
    expect(after.read).toBe(before.read);
    expect(after.commands.length).toBe(before.commands.length);
  });

  it('never scans the table', async () => {
    const { commands } = await spent(async () => {
      for (const path of ['insights', 'unanswered', 'feedback', 'tickets', 'tickets?status=done'])
        expect((await service.call('GET', `/v1/admin/${path}`, { headers: ADMIN })).status).toBe(200);
    });
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.filter((name) => name.startsWith('Scan'))).toEqual([]);
  });
});

describe('writes of one day', () => {
  it('spread evenly over the shards, so that none gets much more than its part', () => {
    const perShard = new Array<number>(SHARDS).fill(0);
    const draws = 100_000;
    for (let at = 0; at < draws; at += 1) {
      const shard = shardOf(randomUUID());
      perShard[shard] = (perShard[shard] ?? 0) + 1;
    }
    expect(Math.max(...perShard)).toBeLessThan((draws / SHARDS) * 1.05);
    expect(Math.min(...perShard)).toBeGreaterThan((draws / SHARDS) * 0.95);
  });
});

describe('a message id', () => {
  it('says its conversation, its turn and its day', () => {
    const conversationId = randomUUID();
    const id = messageIdOf(conversationId, new Date('2026-11-25T23:59:59.999Z'), randomUUID());
    expect(placeOf(id)).toEqual({ conversationId, turnId: id.slice(conversationId.length + 1), day: '2026-11-25' });
  });

  it('sorts in the order of time', () => {
    const at = (moment: string) => messageIdOf('c', new Date(moment), randomUUID());
    const ids = [at('2026-01-01T00:00:00.000Z'), at('2026-01-01T00:00:00.001Z'), at('2031-05-05T00:00:00.000Z')];
    expect(ids.toSorted()).toEqual(ids);
  });

  it.each(['', '.', 'a.b', 'x.ABCDEFGHI12345678', `${'c'.repeat(80)}.0abcdefgh12345678`])(
    'is none when it is %j',
    (text) => {
      expect(placeOf(text)).toBeUndefined();
    },
  );
});
