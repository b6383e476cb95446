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

  it('is told in the language that it asks for, before that of the browser', async () => {
    const dutch = { title: 'Het verzoek klopt niet' };
    const asked = await post('{"text":"","locale":"nl"}', { ...JSON_TYPE, 'accept-language': 'zh-TW' });
    expect(await asked.json()).toMatchObject(dutch);
    expect(await (await service.app.request('/v1/answers?q=&locale=nl')).json()).toMatchObject(dutch);
  });

  it.each([
    ['GET', '/v1/messages', 'POST'],
    ['PUT', '/v1/messages', 'POST'],
    ['POST', '/v1/health', 'GET'],
  ])('is told which methods an address takes, whatever it carries: %s %s', async (method, path, allow) => {
    const response = await service.app.request(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allow);
  });

  it.each([
    ['GET', '/v1/nothing'],
    ['POST', '/v1/nothing'],
    ['GET', '/v1/entries/no-such-entry'],
    ['GET', '/v1/entries/'],
    ['DELETE', '/v1/conversations/'],
    ['GET', '/nothing'],
  ])('finds nothing at %s %s', async (method, path) => {
    const response = await service.app.request(path, { method });
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
