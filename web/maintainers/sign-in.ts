/** Signs in at a page that is not ours: OAuth 2.0 authorisation code with PKCE (RFC 7636), by oauth4webapi. */
import * as oauth from 'oauth4webapi';
import type { SignInPage } from './page-config.ts';
import { keepAttempt, takeAttempt } from './session.ts';

const SCOPE = 'openid email';
const CHALLENGE_METHOD = 'S256';

/** Goes to the sign-in page; what proves that the way back is ours stays in this tab. */
export async function goToSignIn({ address, clientId }: SignInPage): Promise<void> {
  const codeVerifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const nonce = oauth.generateRandomNonce();
  keepAttempt({ state, nonce, codeVerifier, hash: location.hash });
  const target = new URL(`${address}/oauth2/authorize`);
  target.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: callbackAddress(),
    scope: SCOPE,
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: CHALLENGE_METHOD,
  }).toString();
  location.assign(target);
}

/** Returns whether the address is one that the sign-in page sent somebody back to. */
export function isComingBack(): boolean {
  const parameters = new URLSearchParams(location.search);
  return parameters.has('state') && (parameters.has('code') || parameters.has('error'));
}

/**
 * Redeems the code of the address for an access token, and cleans the address. Rejects when the state is not ours, the
 * code is refused, or the ID token is not for us; the address is clean then too.
 */
export async function comeBack({ address, issuer, clientId }: SignInPage): Promise<string> {
  const attempt = takeAttempt();
  const answer = new URL(location.href);
  // Before anything else, so that the code is in no history, and is not tried again by a reload.
  history.replaceState(null, '', `${location.pathname}${attempt?.hash ?? ''}`);
  if (!attempt) throw new Error('Nobody began to sign in from this tab.');
  const server: oauth.AuthorizationServer = { issuer, token_endpoint: `${address}/oauth2/token` };
  const client: oauth.Client = { client_id: clientId };
  const parameters = oauth.validateAuthResponse(server, client, answer, attempt.state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    callbackAddress(),
    attempt.codeVerifier,
    // Only a page that itself came without TLS, from a machine of one's own, may speak so.
    { [oauth.allowInsecureRequests]: location.protocol === 'http:' },
  );
  const { access_token: token } = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: attempt.nonce,
    requireIdToken: true,
  });
  return token;
}

/** Ends the session at the sign-in page too; without that, the next click would sign the same person in. */
export function goToSignOut({ address, clientId }: SignInPage): void {
  const target = new URL(`${address}/logout`);
  target.search = new URLSearchParams({ client_id: clientId, logout_uri: callbackAddress() }).toString();
  location.assign(target);
}

function callbackAddress(): string {
  return `${location.origin}/maintainers/`;
}
