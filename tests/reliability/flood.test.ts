import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { getConnInfo } from '@hono/node-server/conninfo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../functions/http/schemas.ts';
import { listen, NODE_LIMITS } from '../../tools/listen.ts';
import { type Service, startService } from '../after-sales/service.ts';

/** Short, so that the tests need not wait. */
const LIMITS = { ...NODE_LIMITS, headersTimeoutMs: 300, requestTimeoutMs: 600, checkEveryMs: 50 };
const QUESTION = JSON.stringify({ text: 'no internet after landing' });

let service: Service;
let server: Awaited<ReturnType<typeof listen>>;
let port: number;
beforeAll(async () => {
  service = await startService();
  server = await listen(service.app.fetch, { port: 0, host: '127.0.0.1', limits: LIMITS });
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await service.close();
});

/** Sends bytes as they are; returns all that comes back until the server closes the connection. */
async function exchange(bytes: string | Uint8Array): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  // A refused connection may be reset while we still write; what was said before counts.
  socket.on('error', () => undefined);
  return text(socket).catch(() => '');
}

const post = (length: number, body: string | Uint8Array, more = '') =>
  Buffer.concat([
    Buffer.from(
      `POST /v1/messages HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\n${more}content-length: ${length}\r\n\r\n`,
    ),
    Buffer.from(body),
  ]);

describe('a visitor who sends slowly', () => {
  it('loses the connection when the headers do not end', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /v1/health HTTP/1.1\r\nhost: x\r\n');
    // One header at a time, as slowloris does.
    const trickle = setInterval(() => socket.write('x-a: b\r\n'), 100);
    const said = await text(socket);
    clearInterval(trickle);
    expect(said).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('loses the connection when the body does not come', async () => {
    expect(await exchange(post(100, '{"text":'))).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('leaves others their answers meanwhile', async () => {
    const slow = Array.from({ length: 200 }, () => connect(port, '127.0.0.1'));
    await Promise.all(slow.map((socket) => once(socket, 'connect')));
    for (const socket of slow) socket.write('POST /v1/messages HTTP/1.1\r\nhost: x\r\ncontent-length: 900\r\n');
    const response = await fetch(`http://127.0.0.1:${port}/v1/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: QUESTION,
    });
    expect(response.status).toBe(200);
    for (const socket of slow) socket.destroy();
  });
});

describe('a request that is too large', () => {
  it('is refused by its headers', async () => {
    const said = await exchange(`GET /v1/health HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(12_000)}\r\n\r\n`);
    expect(said).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('is refused by its address', async () => {
    expect(await exchange(`GET /v1/answers?q=${'a'.repeat(12_000)} HTTP/1.1\r\nhost: x\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    );
  });

  it('is refused by the length that it announces, before the body comes', async () => {
    expect(await exchange(post(10_000_000, ''))).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('is refused as it comes, when it announces no length', async () => {
    const chunk = `1000\r\n${'a'.repeat(0x1000)}\r\n`;
    const said = await exchange(
      `POST /v1/messages HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${chunk.repeat(8)}0\r\n\r\n`,
    );
    expect(said).toMatch(/^HTTP\/1\.1 413 /);
  });
});

describe('a body that is packed', () => {
  it.each(['gzip', 'br', 'deflate', 'gzip, identity'])(
    'is not unpacked (%s), and the reply says what is taken',
    async (encoding) => {
      const bomb = gzipSync(Buffer.alloc(10_000_000));
      const said = await exchange(post(bomb.length, bomb, `content-encoding: ${encoding}\r\n`));
      expect(said).toMatch(/^HTTP\/1\.1 415 /);
      expect(said.toLowerCase()).toContain('accept-encoding: identity');
    },
  );

  it('is taken when it says that it is not packed', async () => {
    expect(await exchange(post(QUESTION.length, QUESTION, 'content-encoding: identity\r\n'))).toMatch(
      /^HTTP\/1\.1 200 /,
    );
  });
});

describe('what is no HTTP', () => {
  it.each([
    ['a greeting', 'HELLO\r\n\r\n'],
    ['two lengths', 'POST /v1/messages HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}'],
    [
      'a length and chunks',
      'POST /v1/messages HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a line break in a header', 'GET /v1/health HTTP/1.1\r\nhost: x\r\nx-a: b\nx: \u0001\r\n\r\n'],
    ['no host', 'GET /v1/health HTTP/1.1\r\nconnection: close\r\n\r\n'],
    ['a path that is none', 'GET %%% HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
    ['a host that is none', 'GET /v1/health HTTP/1.1\r\nhost: [:::\r\nconnection: close\r\n\r\n'],
    ['a tunnel', 'CONNECT x:80 HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
  ])('is refused without a word about the inside: %s', async (_, bytes) => {
    const said = await exchange(bytes);
    expect(said).not.toMatch(/^HTTP\/1\.1 5|node_modules|\.ts:\d|node:internal/);
    expect(said === '' || /^HTTP\/1\.1 4\d\d /.test(said)).toBe(true);
  });

  it('leaves the server answering', async () => {
    expect((await fetch(`http://127.0.0.1:${port}/v1/health`)).status).toBe(200);
  });
});

describe('a contact that is no phone number', () => {
  it('is not read for parameters, which would take as long as its writer likes', async () => {
    const ask = (contact: string) =>
      service.call('POST', '/v1/tickets', { body: { channel: 'phone', contact, text: 'call me' } });
    expect((await ask('tel:0612345678;phone-context=+31')).status).toBe(400);
    expect((await ask(`0612345678;phone-context=${'11.'.repeat(50)}!`)).status).toBe(400);
    expect((await ask('06 1234 5678')).status).toBe(201);
  });
});

describe('a client that asks more than its share', () => {
  it('is told when to come back in its own language, while a client of another address is served', async () => {
    const limited = await startService({
      requestsPerMinute: 3,
      clientOf: (context) => getConnInfo(context).remote.address ?? '',
    });
    const flooded = await listen(limited.app.fetch, { port: 0, host: '127.0.0.1' });
    const { port: at } = flooded.address() as AddressInfo;
    const ask = async (localAddress: string) => {
      const socket = connect({ port: at, host: '127.0.0.1', localAddress });
      socket.write('GET /v1/health HTTP/1.1\r\nhost: x\r\nconnection: close\r\naccept-language: nl\r\n\r\n');
      return text(socket);
    };
    const flood = await Promise.all(Array.from({ length: 20 }, () => ask('127.0.0.1')));
    const refused = flood.filter((said) => said.startsWith('HTTP/1.1 429'));
    expect(refused).toHaveLength(17);
    expect(refused[0]).toMatch(/retry-after: [1-9]\d*/i);
    expect(problemSchema.parse(JSON.parse(refused[0]?.split('\r\n\r\n')[1] ?? '')).title).toBe('Te veel verzoeken');
    expect(await ask('127.0.0.2')).toMatch(/^HTTP\/1\.1 200/);
    await new Promise((resolve) => flooded.close(resolve));
    await limited.close();
  });

  it('is one client with all addresses of its network, and another with those of the next', async () => {
    const limited = await startService({
      requestsPerMinute: 2,
      clientOf: (context) => context.req.header('x-client') ?? '',
    });
    const from = async (client: string) =>
      (await limited.app.request('/v1/health', { headers: { 'x-client': client } })).status;
    expect([await from('2001:db8::1'), await from('2001:DB8:0:0::2'), await from('2001:db8:0:0:ffff::3')]).toEqual([
      200, 200, 429,
    ]);
    expect([await from('2001:db8:0:1::1'), await from('::ffff:192.0.2.1'), await from('::ffff:192.0.2.2')]).toEqual([
      200, 200, 200,
    ]);
    await limited.close();
  });
});
