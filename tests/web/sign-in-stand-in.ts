/** A stand-in for Cognito's sign-in page: authorisation code with PKCE, and tokens of the same shape. */
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { authoriseByCognito } from '../../functions/maintainers/authorise-by-cognito.ts';
import type { SignIn } from '../../tools/local-server.ts';

const POOL = 'eu-west-1_AbCdEfGhI';
const CLIENT = 'a1b2c3d4e5f6g7h8';
const ISSUER = `https://cognito-idp.eu-west-1.amazonaws.com/${POOL}`;
const KEY_ID = 'stand-in';
const GROUPS = ['maintainer', 'reader', 'nobody'] as const;

interface Asked {
  readonly redirectUri: string;
  readonly challenge: string;
  readonly nonce: string;
  readonly group: string;
}

export interface SignInStandIn {
  /** What the site is started with. */
  readonly signIn: SignIn;
  /** Requests for tokens, as they came; and how often somebody signed out. */
  readonly redeemed: URLSearchParams[];
  readonly signedOut: string[];
  /** Says which way back is registered, as the user pool's client does. */
  register(callback: string): void;
  /** Changes what ID tokens say from now on. */
  idTokenSays(claims: Readonly<Record<string, unknown>>): void;
  close(): void;
}

/** Starts it on a free port. */
export async function startSignInStandIn(): Promise<SignInStandIn> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, Asked>();
  const redeemed: URLSearchParams[] = [];
  const signedOut: string[] = [];
  let callback = '';
  let others: Readonly<Record<string, unknown>> = {};

  function token(claims: Readonly<Record<string, unknown>>): string {
    const now = Math.floor(Date.now() / 1000);
    const parts = [
      { alg: 'RS256', kid: KEY_ID },
      { iss: ISSUER, sub: 'somebody', iat: now, exp: now + 3600, ...claims },
    ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    return [...parts, sign('RSA-SHA256', Buffer.from(parts.join('.')), keys.privateKey).toString('base64url')].join(
      '.',
    );
  }

  /** A page with one link for each person who could sign in, and one for somebody who would rather not. */
  function authorise(asked: URLSearchParams, response: ServerResponse): void {
    const redirectUri = asked.get('redirect_uri') ?? '';
    const isRight =
      redirectUri === callback &&
      asked.get('client_id') === CLIENT &&
      asked.get('response_type') === 'code' &&
      asked.get('code_challenge_method') === 'S256';
    if (!isRight) return void response.writeHead(400).end('redirect_mismatch');
    const back = (answer: Readonly<Record<string, string>>) =>
      `${redirectUri}?${new URLSearchParams({ ...answer, state: asked.get('state') ?? '' })}`;
    const links = GROUPS.map((group) => {
      const code = randomUUID();
      const [challenge, nonce] = [asked.get('code_challenge') ?? '', asked.get('nonce') ?? ''];
      codes.set(code, { redirectUri, challenge, nonce, group });
      return `<a href="${back({ code }).replaceAll('&', '&amp;')}">${group}</a>`;
    });
    const refuse = `<a href="${back({ error: 'access_denied' }).replaceAll('&', '&amp;')}">cancel</a>`;
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html>${[...links, refuse].join(' ')}`);
  }

  function redeem(form: URLSearchParams, response: ServerResponse): void {
    redeemed.push(form);
    const asked = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const headers = { 'content-type': 'application/json', 'access-control-allow-origin': '*' };
    const isRight =
      asked !== undefined &&
      proof === asked.challenge &&
      form.get('grant_type') === 'authorization_code' &&
      form.get('redirect_uri') === asked.redirectUri &&
      form.get('client_id') === CLIENT;
    if (!isRight) return void response.writeHead(400, headers).end('{"error":"invalid_grant"}');
    const groups = asked.group === 'nobody' ? {} : { 'cognito:groups': [asked.group] };
    response.writeHead(200, headers).end(
      JSON.stringify({
        access_token: token({ token_use: 'access', client_id: CLIENT, ...groups }),
        id_token: token({ token_use: 'id', aud: CLIENT, nonce: asked.nonce, ...others }),
        token_type: 'Bearer',
        expires_in: 3600,
      }),
    );
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://stand-in');
    if (pathname === '/oauth2/authorize') return authorise(searchParams, response);
    if (pathname === '/oauth2/token') return redeem(new URLSearchParams(await bodyOf(request)), response);
    if (pathname === '/logout' && searchParams.get('logout_uri') === callback) {
      signedOut.push(searchParams.get('client_id') ?? '');
      return void response.writeHead(302, { location: callback }).end();
    }
    response.writeHead(404).end();
  }

  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const jwk = keys.publicKey.export({ format: 'jwk' });
  const key = { kty: 'RSA', n: String(jwk.n), e: String(jwk.e), kid: KEY_ID, alg: 'RS256', use: 'sig' as const };
  return {
    signIn: {
      authorise: authoriseByCognito({ userPoolId: POOL, clientId: CLIENT, fetchKeys: async () => ({ keys: [key] }) }),
      signIn: { address: `http://127.0.0.1:${port}`, issuer: ISSUER, clientId: CLIENT },
    },
    redeemed,
    signedOut,
    register: (address) => {
      callback = address;
    },
    idTokenSays: (claims) => {
      others = claims;
    },
    close: () => server.close(),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
