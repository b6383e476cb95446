import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WEB_FOLDER } from '../../tools/build-web.ts';
import { type LocalServer, startLocalServer } from '../../tools/local-server.ts';

let server: LocalServer;
beforeAll(async () => {
  const settings = { port: 0, host: '127.0.0.1', requestsPerMinute: 0, version: 'test', webFolder: WEB_FOLDER };
  server = await startLocalServer(settings, () => {});
});
afterAll(() => server.close());

/** Sends the path as it is: a client that tidies it up would hide the attack. */
async function raw(path: string): Promise<{ readonly head: string; readonly body: string }> {
  const { hostname, port } = new URL(server.address);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nAccept: */*\r\nConnection: close\r\n\r\n`);
  const [head = '', ...rest] = (await text(socket)).split('\r\n\r\n');
  return { head, body: rest.join('\r\n\r\n') };
}

describe('every answer', () => {
  it.each([
    '/',
    '/en/',
    '/faq/nl/',
    '/docs/',
    '/widget.js',
    '/nowhere',
    '/faq/search?q=zebra&locale=en',
    '/v1/health',
    '/v1/nothing',
    '/v1/admin/tickets',
    '/v1/openapi.json',
  ])('tells the browser its limits: %s', async (path) => {
    const { headers } = await fetch(server.address + path, { headers: { accept: 'text/html' } });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toMatch(/^(no-referrer|strict-origin-when-cross-origin)$/);
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}; includeSubDomains$/);
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*(unsafe|\*|https?:)/);
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('of data lets nothing run that a browser might take for a page', async () => {
    const { headers } = await fetch(`${server.address}/v1/answers?q=${encodeURIComponent('<script>1</script>')}`);
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  });
});

describe('an address that climbs out of the site', () => {
  it.each([
    '/../package.json',
    '/../../package.json',
    '/assets/../../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/%252e%252e/%252e%252e/package.json',
    '/..%5c..%5cpackage.json',
    '/..\\..\\package.json',
    '/....//....//package.json',
    '/en/%00/../../package.json',
    '//etc/passwd',
    '/%2fetc/passwd',
    '/file:///etc/passwd',
    '/.env',
    '/.git/config',
    '/%c0%ae%c0%ae/package.json',
    'http://elsewhere.example/../../package.json',
  ])('finds nothing: %s', async (path) => {
    const { head, body } = await raw(path);
    expect(head).toMatch(/^HTTP\/1\.1 (400|404) /);
    expect(body).not.toMatch(/"simtolk"|root:|\[core\]/);
  });
});

describe('an address that leads elsewhere', () => {
  it.each([
    '/faq/search?q=puk&locale=//evil.example',
    '/faq/search?q=&locale=https://evil.example',
    '/faq/search?q=puk&locale=%5cevil.example',
    '/faq/search?q=puk&locale=en%0d%0alocation:%20https://evil.example',
    '/faq/search?q=where+is+my+puk+code&locale=en&next=https://evil.example',
    '//evil.example/%2e%2e',
    '//evil.example/en',
    '/\\evil.example',
    '/en/?next=https://evil.example',
    '/%0d%0alocation:https://evil.example',
  ])('stays on the site: %s', async (path) => {
    const { head } = await raw(path);
    const locations = [...head.matchAll(/^location: *(.*)$/gim)].map(([, location]) => location?.trim() ?? '');
    for (const location of locations) expect(location).toMatch(/^\/(?![/\\])/);
    expect(locations.join()).not.toContain('evil');
  });
});
