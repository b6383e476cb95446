import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Jwks } from 'aws-jwt-verify/jwk';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { authoriseByCognito } from '../../functions/maintainers/authorise-by-cognito.ts';

const POOL = 'eu-west-1_AbCdEfGhI';
const CLIENT = 'a1b2c3d4e5f6g7h8';
const ISSUER = `https://cognito-idp.eu-west-1.amazonaws.com/${POOL}`;
const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const [old, next, foreign] = [pair(), pair(), pair()];
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** A key set as a pool serves it, over HTTP. */
let served: { readonly kid: string; readonly key: KeyObject }[] = [];
let fetched = 0;
let isDown = false;
const keySet = createServer((_, response) => {
  fetched += 1;
  if (isDown) return response.writeHead(503).end();
  const keys = served.map(({ kid, key }) => ({ ...key.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }));
  return response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
});
beforeAll(() => new Promise<void>((resolve) => keySet.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  vi.useRealTimers();
  keySet.close();
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  served = [{ kid: 'old', key: old.publicKey }];
  fetched = 0;
  isDown = false;
});

const pool = () => {
  const { port } = keySet.address() as AddressInfo;
  const fetchKeys = async () => {
    const response = await fetch(`http://127.0.0.1:${port}`);
    return (await response.json()) as Jwks;
  };
  return authoriseByCognito({ userPoolId: POOL, clientId: CLIENT, fetchKeys });
};

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = () => Math.floor(Date.now() / 1000);
const CLAIMS = () => ({
  sub: 'somebody',
  iss: ISSUER,
  client_id: CLIENT,
  token_use: 'access',
  iat: seconds() - 10,
  exp: seconds() + 3600,
  'cognito:groups': ['maintainer'],
});
type Fields = Readonly<Record<string, unknown>>;
const unsigned = (claims: Fields = {}, header: Fields = {}) =>
  `${part({ alg: 'RS256', kid: 'old', typ: 'JWT', ...header })}.${part({ ...CLAIMS(), ...claims })}`;
const signedBy = (key: KeyObject, body: string) =>
  `${body}.${sign('sha256', Buffer.from(body), key).toString('base64url')}`;
const token = (claims: Fields = {}, header: Fields = {}, key = old.privateKey) =>
  signedBy(key, unsigned(claims, header));
const withHmac = (body: string, secret: string) =>
  `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
const pem = () => old.publicKey.export({ type: 'spki', format: 'pem' }).toString();

describe('a forged token', () => {
  it('is told from a real one', async () => {
    expect(await pool()(token())).toEqual({ subject: 'somebody', role: 'maintainer' });
  });

  it.each<[string, () => string]>([
    ['needs no signature', () => `${unsigned({}, { alg: 'none' })}.`],
    ['needs no signature, spelt otherwise', () => `${unsigned({}, { alg: 'nOnE' })}.`],
    ['has an empty signature', () => `${unsigned()}.`],
    ['lacks the signature', () => unsigned()],
    ['is signed with the public key as a password', () => withHmac(unsigned({}, { alg: 'HS256' }), pem())],
    ['claims RS256 over a password', () => withHmac(unsigned(), pem())],
    ['is signed by another key', () => token({}, {}, foreign.privateKey)],
    ['brings its own key', () => token({}, { jwk: foreign.publicKey.export({ format: 'jwk' }) }, foreign.privateKey)],
    ['names a key set of its own', () => token({}, { jku: 'https://evil.example/keys' }, foreign.privateKey)],
    ['names a certificate of its own', () => token({}, { x5u: 'https://evil.example/cert' }, foreign.privateKey)],
    ['names a key by a path', () => token({}, { kid: '../../../dev/null' })],
    ['names a key by a word of JavaScript', () => token({}, { kid: '__proto__' })],
    ['names no key', () => token({}, { kid: undefined })],
    ['says ES256', () => signedBy(curve.privateKey, unsigned({}, { alg: 'ES256' }))],
    ['says RS512', () => token({}, { alg: 'RS512' })],
    ['is expired', () => token({ exp: seconds() - 1 })],
    ['expires never', () => token({ exp: undefined })],
    ['expires at a word', () => token({ exp: 'never' })],
    ['is not valid yet', () => token({ nbf: seconds() + 600 })],
    ['is of another pool', () => token({ iss: ISSUER.replace('AbC', 'XyZ') })],
    ['is of an issuer that begins the same', () => token({ iss: `${ISSUER}.evil.example` })],
    ['has no issuer', () => token({ iss: undefined })],
    ['is for another client', () => token({ client_id: 'another' })],
    ['is for several clients, ours among them', () => token({ client_id: ['another', CLIENT] })],
    ['says who somebody is, not what they may do', () => token({ token_use: 'id', aud: CLIENT })],
    ['was changed after it was signed', () => token().replace(/\.[^.]+\./, `.${part({ ...CLAIMS(), sub: 'else' })}.`)],
    ['has a cut signature', () => token().slice(0, -8)],
    ['has a fourth part', () => `${token()}.${part({})}`],
    ['is a header that is no object', () => `${part('x')}.${part(CLAIMS())}.x`],
    ['is no token', () => 'abc'],
    ['is empty', () => ''],
  ])('opens nothing when it %s', async (_, forge) => {
    expect(await pool()(forge())).toBeUndefined();
  });

  it('gets no role by a claim that only looks like groups', async () => {
    const authorise = pool();
    for (const groups of [[], ['Maintainer'], ['maintainers'], [' maintainer']])
      expect(await authorise(token({ 'cognito:groups': groups }))).toEqual({ subject: 'somebody' });
    for (const groups of ['maintainer', { 0: 'maintainer' }])
      expect(await authorise(token({ 'cognito:groups': groups }))).toBeUndefined();
  });
});

describe('when the pool changes its keys', () => {
  const MINUTES_11 = 660_000;

  it('accepts the new key with the first token that names it, and the old one meanwhile', async () => {
    const authorise = pool();
    await authorise(token());
    served = [...served, { kid: 'next', key: next.publicKey }];
    expect(await authorise(token({}, { kid: 'next' }, next.privateKey))).toMatchObject({ role: 'maintainer' });
    expect(await authorise(token())).toMatchObject({ role: 'maintainer' });
  });

  it('refuses the old key once it was withdrawn, ten minutes later at most', async () => {
    const authorise = pool();
    await authorise(token());
    served = [{ kid: 'next', key: next.publicKey }];
    vi.setSystemTime(Date.now() + MINUTES_11);
    expect(await authorise(token())).toBeUndefined();
    expect(await authorise(token({}, { kid: 'next' }, next.privateKey))).toMatchObject({ role: 'maintainer' });
  });

  it('goes on with the keys it has while none can be fetched', async () => {
    const authorise = pool();
    await authorise(token());
    isDown = true;
    vi.setSystemTime(Date.now() + MINUTES_11);
    expect(await authorise(token())).toMatchObject({ role: 'maintainer' });
  });

  it('does not fetch keys for each token that names one of its own', async () => {
    const authorise = pool();
    for (let made = 0; made < 50; made += 1) await authorise(token({}, { kid: `made-up-${made}` }));
    expect(fetched).toBeLessThanOrEqual(3);
  });
});
