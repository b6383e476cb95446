import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerReply, entryList, entrySchema, healthSchema, supportSchema } from '../../functions/http/schemas.ts';
import { CLIENT_PATH, clientSource } from '../../tools/generate-client.ts';
import { SimtolkClient } from '../../web/client/simtolk-client.generated.ts';
import { type Service, startService } from '../after-sales/service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());
const get = (path: string, headers: Readonly<Record<string, string>> = {}) => service.app.request(path, { headers });

describe('reading without a conversation', () => {
  it('answers one question, and lets it be cached', async () => {
    const response = await get(`/v1/answers?q=${encodeURIComponent('waar vind ik mijn pukcode')}`);
    expect(answerReply.parse(await response.json())).toMatchObject({ kind: 'answer', match: 'pin-puk', locale: 'nl' });
    expect(response.headers.get('cache-control')).toContain('public');
  });

  it('lists all entries, and those of one group', async () => {
    const all = entryList.parse(await (await get('/v1/entries?locale=zh')).json());
    const some = entryList.parse(await (await get('/v1/entries?locale=zh&group=basics')).json());
    expect(all.entries).toHaveLength(84);
    expect(new Set(some.entries.map(({ group }) => group))).toEqual(new Set(['basics']));
  });

  it('shows an entry in the locale that fits the tag best', async () => {
    const entry = entrySchema.parse(await (await get('/v1/entries/refund?locale=zh-HK')).json());
    expect(entry.question).toMatch(/退款/);
    expect(entry.answer).toMatch(/[們們買錢]/);
  });

  it.each([
    ['zh-HK', 'zh-Hant'],
    ['yue', 'zh-Hant'],
    ['zh-Hans-TW', 'zh'],
    ['zh-SG', 'zh'],
    ['hak', 'zh'],
    ['nl-BE', 'nl'],
    ['fy', 'nl'],
    ['en-GB', 'en'],
    ['de, fr;q=0.9, nl;q=0.8', 'nl'],
    ['de', 'en'],
    ['*', 'en'],
    ['x, zh_TW', 'en'],
  ])('speaks to a browser that accepts %s in %s', async (header, locale) => {
    const read = await (await get('/v1/entries/refund', { 'accept-language': header })).text();
    expect(read).toBe(await (await get(`/v1/entries/refund?locale=${locale}`)).text());
  });

  it('sends nothing again that the reader has already', async () => {
    const first = await get('/v1/entries/refund?locale=nl');
    const again = await get('/v1/entries/refund?locale=nl', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it('shows the channels with their hours and the operators’ own lines', async () => {
    const support = supportSchema.parse(await (await get('/v1/support?locale=en')).json());
    expect(support.timeZone).toBe('Europe/Amsterdam');
    expect(new Set(support.channels.map(({ kind }) => kind))).toEqual(new Set(['phone', 'email', 'chat', 'hotline']));
    expect(support.operators.find(({ id }) => id === 'kpn')).toMatchObject({ phone: '0800-0402', openNow: true });
  });

  it('says that it is well, and with which catalogue', async () => {
    const health = healthSchema.parse(await (await get('/v1/health')).json());
    expect(health).toMatchObject({ status: 'ok', catalogue: { entries: 84, locales: ['zh', 'zh-Hant', 'en', 'nl'] } });
  });
});

describe('the description of the API', () => {
  it('is OpenAPI 3.1 and names every route of the contract', async () => {
    const document = await (await get('/v1/openapi.json')).json();
    expect(document.openapi).toMatch(/^3\.1/);
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/v1/messages',
        '/v1/answers',
        '/v1/entries',
        '/v1/entries/{id}',
        '/v1/support',
        '/v1/health',
      ]),
    );
  });

  it('is what the typed client was made from', async () => {
    expect(readFileSync(CLIENT_PATH, 'utf8')).toBe(await clientSource());
  });

  it('gives a client that asks a question', async () => {
    const client = new SimtolkClient({
      baseUrl: 'http://simtolk.test',
      customFetch: (input, init) => Promise.resolve(service.app.request(String(input), init)),
    });
    const { data } = await client.v1.sendMessage({ text: '怎么申请退款' });
    expect(data.match).toBe('refund');
  });
});
