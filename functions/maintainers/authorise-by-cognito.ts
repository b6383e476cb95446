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

const claims = z.object({ sub: z.string(), 'cognito:groups': z.array(z.string()).default([]) });

/** Returns the adapter. It checks signature (RS256 by the pool's keys), issuer, client, use and time of a token. */
export function authoriseByCognito({ userPoolId, clientId, fetchKeys }: UserPool): Authorise {
  const verifier = CognitoJwtVerifier.create(
    { userPoolId, clientId, tokenUse: 'access' },
    fetchKeys && { jwksCache: new SimpleJwksCache({ fetcher: { fetch: async () => encoded(await fetchKeys()) } }) },
  );
  return async (token) => {
    try {
      const { sub, 'cognito:groups': groups } = claims.parse(await verifier.verify(token));
      const role = ROLES.find((name) => groups.includes(name));
      return { subject: sub, ...(role && { role }) };
    } catch (error) {
      if (error instanceof JwtBaseError && !isUnreachable(error)) return undefined;
      throw error;
    }
  };
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
