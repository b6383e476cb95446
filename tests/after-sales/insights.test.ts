import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { phrasingsFile } from '../../functions/catalogue/content.ts';
import { groupByLikeness } from '../../functions/insights/group-by-likeness.ts';
import { wilson } from '../../functions/insights/wilson.ts';
import { ADMIN, type Service, startService } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());
const admin = async (path: string) => (await service.call('GET', `/v1/admin/${path}`, { headers: ADMIN })).body;

describe('insights', () => {
  it('count questions by day, language and kind, and compare with the days before', async () => {
    service.setClock('2026-11-20T12:00:00.000Z');
    await service.ask('where do I find my puk code');
    service.setClock('2026-11-24T12:00:00.000Z');
    await service.ask('waar vind ik mijn pukcode');
    await service.ask('谢谢');
    service.setClock('2026-11-25T12:00:00.000Z');
    await service.ask('waar vind ik mijn pukcode');
    const body = await admin('insights?from=2026-11-23&to=2026-11-25');
    expect(body.questions).toBe(3);
    expect(body.byKind).toEqual({ answer: 2, smalltalk: 1 });
    expect(body.byLocale).toEqual({ nl: 2, zh: 1 });
    expect(body.days.map(({ day, questions }: { day: string; questions: number }) => [day, questions])).toEqual([
      ['2026-11-23', 0],
      ['2026-11-24', 2],
      ['2026-11-25', 1],
    ]);
    expect(body.answerRate).toMatchObject({ value: 1, count: 2 });
    expect(body.previous.questions).toBe(1);
    expect(body.entries[0].question).not.toBe('');
    expect(body.minutesSaved).toBeNull();
  });

  it('count a hand-off that nobody asked for as a question without an answer', async () => {
    service.setClock('2026-11-12T12:00:00.000Z');
    const { conversationId } = await service.ask('what is the capital of Peru');
    service.setClock('2026-11-12T12:00:01.000Z');
    await service.ask('how do I bake a chocolate cake', { conversationId });
    service.setClock('2026-11-12T12:00:02.000Z');
    await service.ask('write me a poem about the autumn', { conversationId });
    await service.ask('where do I find my puk code');
    await service.ask('I want to talk to a human');
    const body = await admin('insights?from=2026-11-12&to=2026-11-12');
    expect(body.byKind).toEqual({ fallback: 1, handoff: 3, answer: 1 });
    expect(body.questions).toBe(5);
    expect(body.answerRate).toMatchObject({ value: 0.25, count: 4 });
  });

  it('estimate the time saved from answers that were found helpful', async () => {
    service.setClock('2026-11-25T12:00:00.000Z');
    const { messageId } = await service.ask('waar vind ik mijn pukcode');
    await service.call('POST', '/v1/feedback', { body: { messageId, helpful: true } });
    const body = await admin('insights?from=2026-11-23&to=2026-11-25');
    expect(body.minutesSaved).toBe(3 * body.minutesPerQuestion);
  });

  it.each(['from=2026-11-25&to=2026-11-01', 'from=2025-01-01&to=2026-11-01', 'from=yesterday'])(
    'refuse %s',
    async (query) => {
      const { status, body } = await service.call('GET', `/v1/admin/insights?${query}`, { headers: ADMIN });
      expect(status).toBe(400);
      expect(body.errors[0].path).toBe('from');
    },
  );
});

describe('questions without a sure answer', () => {
  it('are grouped by likeness within a language, with the nearest entries and lines to paste', async () => {
    const asked = [
      'do you sell marsmobil wallpaper',
      'do you sell marsmobil wallpapers?',
      'verkopen jullie marsmobil behang',
    ];
    for (const [at, text] of asked.entries()) {
      service.setClock(`2026-11-25T12:30:0${9 - at}.000Z`);
      await service.ask(text);
    }
    const { groups } = await admin('unanswered');
    const group = groups.find(({ question }: { question: string }) => question.startsWith('do you sell'));
    expect(group).toMatchObject({ locale: 'en', count: 2 });
    expect(group.nearest[0].question).not.toBe('');
    const pasted: unknown = parse(group.yaml);
    expect(pasted).toEqual({
      en: { visitors: ['do you sell marsmobil wallpaper', 'do you sell marsmobil wallpapers?'] },
    });
    expect(phrasingsFile.parse({ zh: {}, nl: {}, ...(pasted as object) })).toBeTruthy();
    expect(groups.filter(({ locale }: { locale: string }) => locale === 'nl')).not.toEqual([]);
  });

  it('are told apart by how many conversations they come from', async () => {
    service.setClock('2026-11-13T12:00:00.000Z');
    const { conversationId } = await service.ask('what is the capital of Peru');
    await service.ask('what is the capital of Peru?', { conversationId });
    await service.ask('what is the capital of Peru!');
    const { groups } = await admin('unanswered?from=2026-11-13&to=2026-11-13');
    expect(groups).toMatchObject([{ count: 3, conversations: 2 }]);
  });

  it('are all listed when several in a row end with people, and a wish for people is not', async () => {
    service.setClock('2026-11-14T12:00:00.000Z');
    const row = ['what is the capital of Peru', 'how do I bake a chocolate cake', 'write me a poem about the autumn'];
    const replies: Awaited<ReturnType<Service['ask']>>[] = [];
    for (const [at, text] of [...row, 'I want to talk to a human'].entries()) {
      service.setClock(`2026-11-14T12:00:0${at}.000Z`);
      replies.push(await service.ask(text, { conversationId: replies[0]?.conversationId }));
    }
    expect(replies.map(({ kind }) => kind)).toEqual(['fallback', 'handoff', 'handoff', 'handoff']);
    const { groups } = await admin('unanswered?from=2026-11-14&to=2026-11-14');
    const listed = groups.map(({ question }: { question: string }) => question);
    expect(listed.toSorted()).toEqual(row.toSorted());
  });

  it('does not list a sure answer', async () => {
    await service.ask('where do I find my puk code');
    const { groups } = await admin('unanswered');
    expect(JSON.stringify(groups)).not.toContain('where do I find my puk code');
  });
});

describe('feedback', () => {
  it('is listed with its question by topic, and the question is ready to become a phrasing', async () => {
    const { messageId } = await service.ask('waar vind ik mijn pukcode');
    await service.call('POST', '/v1/feedback', { body: { messageId, helpful: false, comment: 'te vaag' } });
    const { items, topics } = await admin('feedback');
    expect(items[0]).toMatchObject({ helpful: false, comment: 'te vaag', topic: 'changing', questionLocale: 'nl' });
    expect(parse(items[0].yaml)).toEqual({ nl: { visitors: ['waar vind ik mijn pukcode'] } });
    expect(topics[0]).toMatchObject({ topic: 'changing', unhelpful: 1, comments: 1 });
  });
});

describe('the reason of a reply', () => {
  it('names language, terms, thresholds and runners-up', async () => {
    const body = await admin('explain?q=waar%20vind%20ik%20mijn%20pukcode');
    expect(body.language.language).toBe('nl');
    expect(body.terms.length).toBeGreaterThan(0);
    expect(body.entries.length).toBeGreaterThan(1);
    expect(body.decision.confidence).toBeGreaterThan(body.thresholds.answerFrom);
  });
});

describe('Wilson’s interval', () => {
  // Reference values: Newcombe (1998), Statistics in Medicine 17, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is %f to %f', (successes, count, low, high) => {
    const share = wilson(successes, count);
    // Ours are rounded to three digits.
    expect(Math.abs(share.low - low)).toBeLessThan(0.00051);
    expect(Math.abs(share.high - high)).toBeLessThan(0.00051);
  });

  it('says nothing without cases', () => {
    expect(wilson(0, 0)).toEqual({ value: null, low: 0, high: 1, count: 0 });
  });
});

describe('grouping by likeness', () => {
  it('puts the same question in other words together, in each script, and others apart', () => {
    const texts = ['收不到验证码怎么办', '收不到验证码', 'esim kaart kwijt', 'mijn esim kaart kwijt', 'geld terug'];
    const groups = groupByLikeness(texts, (text) => text);
    expect(groups.map(({ members }) => members)).toEqual([
      ['收不到验证码怎么办', '收不到验证码'],
      ['esim kaart kwijt', 'mijn esim kaart kwijt'],
      ['geld terug'],
    ]);
  });
});
