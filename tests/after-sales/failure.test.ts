import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activityStores } from '../../functions/store/activity-stores.ts';
import { openDatabase } from '../../functions/store/dynamo.ts';
import { ACTIVITY, type Service, startService } from './service.ts';

describe('while the table is down', () => {
  let service: Service;
  let messageId = '';
  beforeAll(async () => {
    const gone = openDatabase('http://127.0.0.1:9');
    const now = () => new Date();
    service = await startService(
      activityStores({ database: gone, table: ACTIVITY, keepDays: 90, ticketKeepDays: 180, now }),
    );
    messageId = (await service.ask('where do I find my puk code')).messageId;
  });
  afterAll(() => service.close());

  it('still answers', async () => {
    expect((await service.ask('where do I find my puk code')).kind).toBe('answer');
  });

  it.each([
    ['POST', '/v1/feedback', () => ({ messageId, helpful: true })],
    ['POST', '/v1/tickets', () => ({ channel: 'chat', contact: 'eva', text: 'Help' })],
    ['DELETE', '/v1/conversations/some-conversation', () => undefined],
  ])('%s %s says so, and when to come back', async (method, path, body) => {
    const { status, headers, body: problem } = await service.call(method, path, { body: body() });
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('5');
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(problem.type).toBe('urn:simtolk:problem:unavailable');
  });
});

describe('while the table hangs', () => {
  it('does not let an answer wait for its turn to be stored', async () => {
    const never = () => new Promise<never>(() => {});
    const { conversations, insights } = activityStores({
      database: openDatabase('http://127.0.0.1:9'),
      table: ACTIVITY,
      keepDays: 90,
      ticketKeepDays: 180,
      now: () => new Date(),
    });
    const service = await startService({
      conversations: { ...conversations, saveTurn: never, markDoubtful: never },
      insights: { ...insights, count: never },
    });
    expect((await service.ask('where do I find my puk code')).kind).toBe('answer');
    await service.close();
  });
});

describe('when maintainers cannot be told', () => {
  it('keeps the ticket, and logs that nobody was told', async () => {
    const service = await startService({
      notify: async () => {
        throw new Error('topic is gone');
      },
    });
    const body = { channel: 'chat', contact: 'eva', text: 'Help' };
    const { status } = await service.call('POST', '/v1/tickets', { body });
    expect(status).toBe(201);
    expect(service.logged.some((line) => line.includes('ticket not announced'))).toBe(true);
    await service.close();
  });
});
