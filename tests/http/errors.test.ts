import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../functions/http/schemas.ts';
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
