import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageReply, problemSchema } from '../../functions/http/schemas.ts';
import { type Service, startService } from '../after-sales/service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (body: string, headers: Readonly<Record<string, string>> = JSON_TYPE) =>
  service.app.request('/v1/messages', { method: 'POST', body, headers });

describe('a request that is not right', () => {
  it.each([
    ['is not JSON', '{"text":', 400, 'not-json', ['']],
    ['is a JSON that is no object', '[]', 400, 'bad-request', ['']],
    ['lacks the text', '{}', 400, 'bad-request', ['text']],
    ['has an empty text', '{"text":"  \\n "}', 400, 'bad-request', ['text']],
    ['has a text that is no string', '{"text":5}', 400, 'bad-request', ['text']],
    ['has a text of 501 characters', JSON.stringify({ text: '网'.repeat(501) }), 400, 'bad-request', ['text']],
    ['asks for a language that is not spoken', '{"text":"hi","locale":"fr"}', 400, 'bad-request', ['locale']],
    [
      'asks for a locale that is no tag',
      `{"text":"hi","locale":"${'x'.repeat(5000)}"}`,
      400,
      'bad-request',
      ['locale'],
    ],
  ])('is told which field is wrong when it %s', async (_, body, status, type, paths) => {
    const response = await post(body);
    const problem = problemSchema.parse(await response.json());
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(problem.type).toBe(`urn:simtolk:problem:${type}`);
    expect(problem.errors?.map(({ path }) => path)).toEqual(paths);
  });

  it('may be 500 characters long, counted as people count', async () => {
    expect((await post(JSON.stringify({ text: '😀'.repeat(500) }))).status).toBe(200);
  });

  it('is refused over 16 KiB', async () => {
    expect((await post(JSON.stringify({ text: 'a', padding: 'x'.repeat(17 * 1024) }))).status).toBe(413);
  });

  it.each(['text/plain', 'application/xml', ''])('is refused as "%s"', async (type) => {
    expect((await post('{"text":"hi"}', type === '' ? {} : { 'content-type': type })).status).toBe(415);
  });

  it('is told in the language that the browser reads', async () => {
    const response = await post('{}', { ...JSON_TYPE, 'accept-language': 'zh-TW' });
    expect(problemSchema.parse(await response.json()).title).toBe('請求有誤');
  });

  it('is told which methods an address takes', async () => {
    const response = await service.app.request('/v1/messages', { method: 'GET' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  it.each(['/v1/nothing', '/v1/entries/no-such-entry', '/nothing'])('finds nothing at %s', async (path) => {
    const response = await service.app.request(path);
    expect(response.status).toBe(404);
    expect(problemSchema.parse(await response.json()).requestId).not.toBe('');
  });

  it('waits its turn when one client asks too much, while another is served', async () => {
    const limited = await startService({
      requestsPerMinute: 2,
      clientOf: (context) => context.req.header('x-client') ?? '',
    });
    const from = (client: string) => limited.app.request('/v1/health', { headers: { 'x-client': client } });
    const statuses = [await from('a'), await from('a'), await from('a'), await from('b')];
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429, 200]);
    expect(Number(statuses[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
    await limited.close();
  });
});

describe('whatever is sent', () => {
  it('gets a reply that is valid, and never a fault of ours', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 520 }),
        fc.option(fc.string({ maxLength: 40 })),
        async (text, locale) => {
          const response = await post(JSON.stringify({ text, ...(locale !== null && { locale }) }));
          const body: unknown = await response.json();
          expect([200, 400]).toContain(response.status);
          expect((response.status === 200 ? messageReply : problemSchema).safeParse(body).success).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is never a fault of ours in queries and paths either', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('/v1/answers?q=', '/v1/entries?group=', '/v1/entries/', '/v1/support?locale='),
        fc.string({ unit: 'binary', maxLength: 200 }),
        async (path, value) => {
          const response = await service.app.request(path + encodeURIComponent(value.toWellFormed()));
          expect(response.status).toBeLessThan(500);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is never a fault of ours as any JSON body', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('/v1/messages', '/v1/feedback', '/v1/tickets'),
        fc.json({ maxDepth: 6 }),
        async (path, body) => {
          const response = await service.app.request(path, { method: 'POST', body, headers: JSON_TYPE });
          expect(response.status).toBeLessThan(500);
          expect(await response.text()).not.toMatch(/\bat .+\.ts:\d+/);
        },
      ),
      { numRuns: 300 },
    );
  });
});
