import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insightStore } from '../../functions/store/insight-store.ts';
import { ACTIVITY, ADMIN, MORNING, type Service, startService } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const give = (body: unknown) => service.call('POST', '/v1/feedback', { body });
const marksOf = async (entry: unknown) => {
  const { body } = await service.call('GET', '/v1/admin/insights', { headers: ADMIN });
  return body.entries.find(({ id }: { id: string }) => id === entry);
};

describe('feedback on an answer', () => {
  it('is created at first, and replaces itself after', async () => {
    const { messageId } = await service.ask('waar vind ik mijn pukcode');
    const first = await give({ messageId, helpful: true, rating: 5, comment: 'dank!' });
    expect(first.status).toBe(201);
    expect(first.body).toEqual({ messageId, helpful: true, rating: 5, comment: 'dank!' });
    expect((await give({ messageId, helpful: false })).status).toBe(200);
    const { body } = await service.call('GET', '/v1/admin/feedback', { headers: ADMIN });
    const items = body.items.filter((item: { messageId: string }) => item.messageId === messageId);
    expect(items).toEqual([expect.objectContaining({ helpful: false, question: 'waar vind ik mijn pukcode' })]);
    expect(items[0]).not.toHaveProperty('comment');
    expect(items[0]).not.toHaveProperty('rating');
  });

  it('counts the last mark only, however often and however concurrently it changes', async () => {
    const { messageId, match } = await service.ask('where do I find my puk code');
    const before = await marksOf(match);
    await Promise.all(
      Array.from({ length: 12 }, (_, at) => give({ messageId, helpful: at % 2 === 0, rating: 1 + (at % 5) })),
    );
    await give({ messageId, helpful: false, rating: 2 });
    const after = await marksOf(match);
    expect(after.unhelpful - before.unhelpful).toBe(1);
    expect(after.helpful - before.helpful).toBe(0);
    expect(after.ratings - before.ratings).toBe(1);
  });

  it('is not found for a message that never was, or of an id of another form', async () => {
    const { conversationId } = await service.ask('hello');
    expect((await give({ messageId: 'nonsense', helpful: true })).status).toBe(404);
    expect((await give({ messageId: `${conversationId}.0abcdefgh12345678`, helpful: true })).status).toBe(404);
  });

  it.each([
    [{ helpful: 'yes' }, 'helpful'],
    [{ helpful: true, rating: 6 }, 'rating'],
    [{ helpful: true, rating: 0 }, 'rating'],
    [{ helpful: true, rating: 2.5 }, 'rating'],
    [{ helpful: true, comment: 'x'.repeat(1001) }, 'comment'],
  ])('is refused when it is %j, by the name of the field', async (fields, path) => {
    const { status, body } = await give({ messageId: 'any', ...fields });
    expect(status).toBe(400);
    expect(body.errors[0].path).toBe(path);
  });

  it('takes a comment of 1,000 characters, whatever they are', async () => {
    const { messageId } = await service.ask('no internet after landing');
    expect((await give({ messageId, helpful: true, comment: '😀'.repeat(1000) })).status).toBe(201);
  });

  it('keeps nothing private of a comment', async () => {
    const { messageId } = await service.ask('no internet after landing');
    const { body } = await give({ messageId, helpful: false, comment: 'call me on 0612345678' });
    expect(body.comment).toBe('call me on [phone]');
  });
});

describe('a mark where nothing was answered', () => {
  it('is listed with its question, and adds to no sum', async () => {
    const { messageId, kind } = await service.ask('my flamingo neighbour ate the glorp, who sings');
    expect(kind).toBe('fallback');
    const counts = insightStore({ database: service.database, table: ACTIVITY, now: () => new Date(MORNING) });
    const before = await counts.readDays([MORNING.slice(0, 10)]);
    expect((await give({ messageId, helpful: false })).status).toBe(201);
    expect(await counts.readDays([MORNING.slice(0, 10)])).toEqual(before);
    const { body } = await service.call('GET', '/v1/admin/feedback', { headers: ADMIN });
    const mine = body.items.find((item: { messageId: string }) => item.messageId === messageId);
    expect(mine).toMatchObject({ helpful: false, topic: 'fallback' });
  });
});

describe('low marks', () => {
  it('bring an entry to the top of the maintainers’ list and change no answer', async () => {
    const asked = 'kan ik mijn nummer meenemen naar een andere provider';
    const first = await service.ask(asked);
    expect(first.kind).toBe('answer');
    for (let at = 0; at < 8; at += 1) {
      const { messageId } = await service.ask(asked);
      await give({ messageId, helpful: false, rating: 1 });
    }
    const { body } = await service.call('GET', '/v1/admin/insights', { headers: ADMIN });
    expect(body.entries[0]).toMatchObject({ id: first.match, unhelpful: 8, rating: 1 });
    const again = await service.ask(asked);
    expect([again.match, again.confidence]).toEqual([first.match, first.confidence]);
  });
});

describe('the survey', () => {
  it('is offered where a conversation ends well or badly, and not after an answer', async () => {
    expect((await service.ask('thank you very much')).survey).toBe(true);
    expect((await service.ask('I want to talk to a human')).survey).toBe(true);
    expect((await service.ask('where do I find my puk code')).survey).toBe(false);
  });

  it('counts as the mark of the conversation, not of an entry', async () => {
    const { messageId } = await service.ask('I want to talk to a human');
    const before = (await service.call('GET', '/v1/admin/insights', { headers: ADMIN })).body;
    await give({ messageId, helpful: false, rating: 1 });
    const after = (await service.call('GET', '/v1/admin/insights', { headers: ADMIN })).body;
    expect(after.survey.unhelpful - before.survey.unhelpful).toBe(1);
    expect(after.answers.unhelpful).toBe(before.answers.unhelpful);
  });
});
