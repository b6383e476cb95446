import { generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authoriseByCognito } from '../../functions/maintainers/authorise-by-cognito.ts';
import { ADMIN, type Service, startService } from './service.ts';

const POOL = 'eu-west-1_AbCdEfGhI';
const CLIENT = 'a1b2c3d4e5f6g7h8';
const ISSUER = `https://cognito-idp.eu-west-1.amazonaws.com/${POOL}`;
const KEY_ID = 'test-key';
const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const nowSeconds = Math.floor(Date.now() / 1000);
const CLAIMS = {
  sub: 'somebody',
  iss: ISSUER,
  client_id: CLIENT,
  token_use: 'access',
  iat: nowSeconds - 10,
  exp: nowSeconds + 3600,
  'cognito:groups': ['maintainer'],
};

/** A token as the pool would sign it, or as somebody would forge it. */
function token(
  claims: Readonly<Record<string, unknown>> = {},
  {
    header = {},
    key = own.privateKey,
  }: { header?: Readonly<Record<string, unknown>>; key?: typeof own.privateKey } = {},
): string {
  const signed = `${part({ alg: 'RS256', kid: KEY_ID, ...header })}.${part({ ...CLAIMS, ...claims })}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
}

let service: Service;
beforeAll(async () => {
  const jwk = own.publicKey.export({ format: 'jwk' });
  const keys = {
    keys: [{ ...jwk, kty: 'RSA', n: String(jwk.n), e: String(jwk.e), kid: KEY_ID, alg: 'RS256', use: 'sig' as const }],
  };
  service = await startService({
    authorise: authoriseByCognito({ userPoolId: POOL, clientId: CLIENT, fetchKeys: async () => keys }),
  });
});
afterAll(() => service.close());

const get = async (bearer: string) =>
  (await service.call('GET', '/v1/admin/tickets', { headers: { authorization: `Bearer ${bearer}` } })).status;

describe('a token of the user pool', () => {
  it('lets a maintainer in', async () => {
    expect(await get(token())).toBe(200);
  });

  it.each([
    ['is expired', token({ exp: nowSeconds - 3600 })],
    ['is of another pool', token({ iss: ISSUER.replace('AbC', 'XyZ') })],
    ['is for another client', token({ client_id: 'another' })],
    ['says who somebody is instead of what they may do', token({ token_use: 'id', aud: CLIENT })],
    ['is signed by another key', token({}, { key: foreign.privateKey })],
    ['says that it needs no signature', `${part({ alg: 'none', kid: KEY_ID })}.${part(CLAIMS)}.`],
    ['says another algorithm', token({}, { header: { alg: 'HS256' } })],
    ['was changed after signing', token().replace(/\.[^.]+\./, `.${part({ ...CLAIMS, sub: 'else' })}.`)],
    ['is no token', 'abc'],
  ])('opens nothing when it %s', async (_, bearer) => {
    expect(await get(bearer)).toBe(401);
  });

  it('is valid without a role, and still opens nothing', async () => {
    expect(await get(token({ 'cognito:groups': [] }))).toBe(403);
    expect(await get(token({ 'cognito:groups': ['admins'] }))).toBe(403);
    const { 'cognito:groups': _, ...rest } = CLAIMS;
    expect(await get(token({ ...rest, 'cognito:groups': undefined }))).toBe(403);
  });
});

describe('roles', () => {
  it.each(['maintainer', 'reader'])('tells a %s what they are', async (role) => {
    const authorization = `Bearer ${token({ 'cognito:groups': [role] })}`;
    const { status, body } = await service.call('GET', '/v1/admin/identity', { headers: { authorization } });
    expect([status, body]).toEqual([200, { role }]);
  });

  it('lets a reader see tickets without the contact, and change nothing', async () => {
    const body = { channel: 'email', contact: 'visitor@example.org', text: 'Help' };
    const { ticketId } = (await service.call('POST', '/v1/tickets', { body })).body;
    const authorization = `Bearer ${token({ 'cognito:groups': ['reader'] })}`;
    const listed = await service.call('GET', '/v1/admin/tickets', { headers: { authorization } });
    expect(listed.body.tickets[0].ticketId).toBe(ticketId);
    expect(listed.body.tickets[0]).not.toHaveProperty('contact');
    const change = { body: { status: 'done' }, headers: { authorization } };
    expect((await service.call('PATCH', `/v1/admin/tickets/${ticketId}`, change)).status).toBe(403);
  });
});

describe('the id of a conversation, which opens it', () => {
  const conversation = async () => {
    const { messageId, conversationId } = (
      await service.call('POST', '/v1/messages', { body: { text: 'who won the football match yesterday' } })
    ).body;
    await service.call('POST', '/v1/feedback', { body: { messageId, helpful: false, comment: 'No use' } });
    const ticket = { channel: 'chat', contact: 'eva', text: 'Help me', conversationId };
    await service.call('POST', '/v1/tickets', { body: ticket });
    return conversationId;
  };
  const seenBy = async (role: string) => {
    const headers = { authorization: `Bearer ${token({ 'cognito:groups': [role] })}` };
    const lists = ['unanswered', 'feedback', 'tickets'];
    const replies = await Promise.all(lists.map((list) => service.call('GET', `/v1/admin/${list}`, { headers })));
    return replies.map(({ body }) => JSON.stringify(body));
  };

  it('is seen by maintainers, and by no reader', async () => {
    const conversationId = await conversation();
    for (const list of await seenBy('maintainer')) expect(list).toContain(conversationId);
    for (const list of await seenBy('reader')) expect(list).not.toContain(conversationId);
  });
});

describe('the maintainers’ routes', () => {
  it.each(['identity', 'insights', 'unanswered', 'feedback', 'tickets', 'explain?q=hello'])(
    '/v1/admin/%s is closed without a token',
    async (path) => {
      const { status, headers, body } = await service.call('GET', `/v1/admin/${path}`);
      expect(status).toBe(401);
      expect(headers.get('www-authenticate')).toBe('Bearer');
      expect(body.type).toBe('urn:simtolk:problem:unauthorized');
    },
  );

  it('are unavailable, not open and not refused for good, while keys cannot be had', async () => {
    const unsure = await startService({
      authorise: async () => {
        throw new Error('no connection');
      },
    });
    const { status, headers } = await unsure.call('GET', '/v1/admin/tickets', { headers: ADMIN });
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('5');
    await unsure.close();
  });
});

describe('the token of a machine of one’s own', () => {
  it('opens, and a wrong or a partly right one does not', async () => {
    const local = await startService();
    const status = async (authorization: string) =>
      (await local.call('GET', '/v1/admin/tickets', { headers: { authorization } })).status;
    expect(await status(ADMIN.authorization)).toBe(200);
    expect(await status(`${ADMIN.authorization}x`)).toBe(401);
    expect(await status(ADMIN.authorization.slice(0, -1))).toBe(401);
    expect(await status('Basic YTpi')).toBe(401);
    await local.close();
  });
});
