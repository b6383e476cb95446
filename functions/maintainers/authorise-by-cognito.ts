/** Accepts the access tokens of a Cognito user pool; the groups of the pool are the roles. */
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { FetchError, JwksNotAvailableInCacheError, JwtBaseError, KidNotFoundInJwksError } from 'aws-jwt-verify/error';
import { type Jwks, SimpleJwksCache } from 'aws-jwt-verify/jwk';
import * as z from 'zod';
import { type Authorise, ROLES } from './authorise.ts';

export interface UserPool {
  readonly userPoolId: string;
  readonly clientId: string;
  /** Gets the pool's public keys; over HTTPS from the issuer where nothing else is given. */
  readonly fetchKeys?: () => Promise<Jwks>;
}

/** A token without an end would be good for ever: the pool makes none. */
const claims = z.object({ sub: z.string(), exp: z.number(), 'cognito:groups': z.array(z.string()).default([]) });
/** A new key is fetched with the first token that names it; a key that was withdrawn opens nothing after this time. */
const KEEP_KEYS_MS = 600_000;

/** Returns the adapter. It checks signature (RS256 by the pool's keys), issuer, client, use and time of a token. */
export function authoriseByCognito(pool: UserPool): Authorise {
  let verifier = verifierOf(pool);
  let renewAt = Date.now() + KEEP_KEYS_MS;

  /** While the keys cannot be had, those from before go on. */
  async function renewKeys(): Promise<void> {
    if (Date.now() < renewAt) return;
    renewAt = Date.now() + KEEP_KEYS_MS;
    const next = verifierOf(pool);
    await next.hydrate().then(
      () => {
        verifier = next;
      },
      () => undefined,
    );
  }

  return async (token) => {
    await renewKeys();
    try {
      const parsed = claims.safeParse(await verifier.verify(token));
      if (!parsed.success) return undefined;
      const { sub, 'cognito:groups': groups } = parsed.data;
      const role = ROLES.find((name) => groups.includes(name));
      return { subject: sub, ...(role && { role }) };
    } catch (error) {
      if (error instanceof JwtBaseError && !isUnreachable(error)) return undefined;
      throw error;
    }
  };
}

function verifierOf({ userPoolId, clientId, fetchKeys }: UserPool) {
  return CognitoJwtVerifier.create(
    { userPoolId, clientId, tokenUse: 'access' },
    fetchKeys && { jwksCache: new SimpleJwksCache({ fetcher: { fetch: async () => encoded(await fetchKeys()) } }) },
  );
}

function encoded(keys: Jwks): ArrayBuffer {
  const bytes = new TextEncoder().encode(JSON.stringify(keys));
  return bytes.buffer;
}

/** The keys could not be fetched: the token may be good, nobody can tell now. */
function isUnreachable(error: JwtBaseError): boolean {
  if (error instanceof KidNotFoundInJwksError) return false;
  return error instanceof FetchError || error instanceof JwksNotAvailableInCacheError;
}
