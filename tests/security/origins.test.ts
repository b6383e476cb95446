import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { clientAddress } from '../../functions/http/client-address.ts';
import { authoriseByToken } from '../../functions/maintainers/authorise.ts';
import { type Service, startService } from '../after-sales/service.ts';

const compared = vi.hoisted(() => [] as [number, number][]);
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  const timingSafeEqual: typeof crypto.timingSafeEqual = (a, b) => {
    compared.push([a.byteLength, b.byteLength]);
    return crypto.timingSafeEqual(a, b);
  };
  return { ...crypto, default: { ...crypto, timingSafeEqual }, timingSafeEqual };
});

const FRIEND = 'https://shop.example';
let open: Service;
let closed: Service;
beforeAll(async () => {
  [open, closed] = await Promise.all([startService({ allowedOrigins: [FRIEND] }), startService()]);
});
afterAll(async () => {
  await open.close();
  await closed.close();
});

const allowedTo = async (service: Service, origin: string, method = 'OPTIONS') =>
  (
    await service.app.request('/v1/messages', {
      method,
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    })
  ).headers.get('access-control-allow-origin');

describe('a page of another origin', () => {
  it('may call when it is configured', async () => {
    expect(await allowedTo(open, FRIEND)).toBe(FRIEND);
  });

  it.each([
    'https://evil.example',
    'http://shop.example',
    'https://shop.example.evil.example',
    'https://evilshop.example',
    'https://shop.example:8443',
    'https://SHOP.example.',
    'null',
    '*',
  ])('may not when it only looks like it: %s', async (origin) => {
    for (const method of ['OPTIONS', 'GET', 'POST'])
      expect([null, '']).toContain(await allowedTo(open, origin, method));
  });

  it('may not at all where nothing is configured', async () => {
    expect(await allowedTo(closed, FRIEND)).toBeNull();
  });

  it('never gets its visitors’ credentials along', async () => {
    const { headers } = await open.app.request('/v1/health', { headers: { origin: FRIEND } });
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });
});

describe('a secret', () => {
  it('is compared in a time that does not depend on the guess', async () => {
    const authorise = authoriseByToken('the-token-of-this-test');
    for (const guess of ['', 't', 'the-token-of-this-tesT', 'x'.repeat(5000)]) {
      compared.length = 0;
      expect(await authorise(guess)).toBeUndefined();
      expect(compared).toEqual([[32, 32]]);
    }
    expect(await authorise('the-token-of-this-test')).toMatchObject({ role: 'maintainer' });
  });

  it('is compared so too when CloudFront proves itself', () => {
    const event = (key: string) => ({
      headers: { 'x-origin-key': key, 'x-forwarded-for': '198.51.100.1, 203.0.113.7' },
      requestContext: { http: { sourceIp: '203.0.113.7' } },
    });
    compared.length = 0;
    expect(clientAddress(event('guess'), 'the-key-of-this-test')).toBe('203.0.113.7');
    expect(clientAddress(event('the-key-of-this-test'), 'the-key-of-this-test')).toBe('198.51.100.1');
    expect(compared).toEqual([
      [32, 32],
      [32, 32],
    ]);
  });
});
