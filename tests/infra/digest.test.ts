/** The mail that maintainers get of the last days. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '../../functions/catalogue/catalogue.ts';
import { type Digest, isQuiet, readDigest } from '../../functions/digest/digest.ts';
import { writeDigest } from '../../functions/digest/write-digest.ts';
import { activityStores } from '../../functions/store/activity-stores.ts';
import { FOR_PUBLISHING, openDatabase } from '../../functions/store/dynamo.ts';
import { ACTIVITY, type Service, startService } from '../after-sales/service.ts';
import { stageTemplate } from './stage-template.ts';

const PAGE = 'https://faq.example.org/maintainers/';
const MORNING = new Date('2026-11-26T06:00:00.000Z');
let service: Service;
let digest: Digest;

async function digestAt(now: Date, days = 1): Promise<Digest> {
  const database = openDatabase(service.endpoint, FOR_PUBLISHING);
  const stores = activityStores({ database, table: ACTIVITY, keepDays: 90, ticketKeepDays: 180, now: () => now });
  return readDigest(stores, { now, days });
}

beforeAll(async () => {
  service = await startService();
  const { messageId } = await service.ask('where do I find my puk code');
  await service.call('POST', '/v1/feedback', { body: { messageId, helpful: false, comment: 'eva says no' } });
  await service.ask('does the marsmobil work under water');
  await service.ask('does the marsmobil work under water?');
  await service.ask('my flamingo neighbour ate the glorp, who sings');
  const ticket = { channel: 'email', contact: 'eva@example.org', text: 'Please write to me' };
  await service.call('POST', '/v1/tickets', { body: ticket });
  digest = await digestAt(MORNING);
});
afterAll(() => service.close());

describe('the digest', () => {
  it('covers the day before, whole', () => {
    expect(digest.insights).toMatchObject({ from: '2026-11-25', to: '2026-11-25', questions: 4 });
  });

  it('covers a week where a week was asked for', async () => {
    const { insights } = await digestAt(MORNING, 7);
    expect(insights).toMatchObject({ from: '2026-11-19', to: '2026-11-25', questions: 4 });
  });

  it('says what was asked, what went unanswered and what was marked bad', () => {
    const { message } = writeDigest(digest, { locale: 'en', page: PAGE });
    expect(message).toContain('Questions: 4 (the period before: 0)');
    expect(message).toContain('  1 × pin-puk');
    expect(message).toMatch(/^ {2}2 × \[en\] does the marsmobil work under water\??( \(nearest: .+\))?$/m);
    expect(message).toContain('  pin-puk: 1 unhelpful, 0 helpful');
    expect(message).toContain(PAGE);
  });

  it('quotes no question that one visitor alone asked, no comment and no contact', () => {
    const { message } = writeDigest(digest, { locale: 'en', page: PAGE });
    expect(message).toContain('1 more: see the page');
    expect(message).not.toMatch(/flamingo|eva/i);
  });

  it('quotes no story that a visitor told twice, in nearly the same words', async () => {
    service.setClock('2026-11-23T09:00:00.000Z');
    const { conversationId } = await service.ask('my flamingo neighbour ate the glorp, who sings');
    await service.ask('my flamingo neighbour ate the glorp, so who sings', { conversationId });
    const told = await digestAt(new Date('2026-11-24T06:00:00.000Z'));
    expect(told.unanswered).toMatchObject([{ count: 2, conversations: 1 }]);
    const { message } = writeDigest(told, { locale: 'en', page: PAGE });
    expect(message).toContain('2 more: see the page');
    expect(message).not.toMatch(/flamingo/i);
  });

  it('names tickets once they are late', async () => {
    expect(await digestAt(new Date('2026-11-25T12:00:00.000Z'))).toMatchObject({ openTickets: 1, lateTickets: [] });
    const later = await digestAt(new Date('2026-12-06T06:00:00.000Z'));
    const [ticket] = later.lateTickets;
    expect(Object.keys(ticket ?? {}).sort()).toEqual(['expectedBy', 'ticketId']);
    expect(writeDigest(later, { locale: 'en', page: PAGE }).message).toContain(`  ${ticket?.ticketId}, due 2026-`);
    expect(isQuiet(later)).toBe(false);
  });

  it('ends with the address of the page at which maintainers sign in', () => {
    const template = stageTemplate({ stage: 'dev', alarmEmail: 'someone@example.org' });
    const functions = Object.values(template.findResources('AWS::Lambda::Function'));
    const pages = functions.flatMap(({ Properties }) => Properties.Environment?.Variables?.DIGEST_PAGE ?? []);
    const [client] = Object.values(template.findResources('AWS::Cognito::UserPoolClient'));
    expect(pages).toEqual(client?.Properties.CallbackURLs);
    expect(writeDigest(digest, { locale: 'en', page: PAGE }).message.split('\n').at(-1)).toBe(PAGE);
  });

  it('is quiet about days on which nothing happened', async () => {
    expect(isQuiet(await digestAt(new Date('2026-11-20T06:00:00.000Z')))).toBe(true);
    expect(isQuiet(digest)).toBe(false);
  });

  it.each(LOCALES)('is written in %s, under a subject that every mail takes', (locale) => {
    const { subject, message } = writeDigest(digest, { locale, page: PAGE });
    expect(message).not.toMatch(/digest\.|\{\{/);
    expect(subject).toMatch(/^[ -~]{1,99}$/);
  });
});
