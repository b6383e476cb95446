/** Who may see and change what maintainers see: a port, and its adapter for one shared token. */
import { isSameSecret } from './same-secret.ts';

/** A reader sees, a maintainer changes too. */
export const ROLES = ['maintainer', 'reader'] as const;
export type Role = (typeof ROLES)[number];

export interface Identity {
  /** Who it is, for the log; no name or address. */
  readonly subject: string;
  /** Undefined when the token is valid and its owner has neither role. */
  readonly role?: Role;
}

/** Returns whose the token is, or undefined when it is not valid. Rejects when that cannot be found out for now. */
export type Authorise = (token: string) => Promise<Identity | undefined>;

/** Returns the adapter for a machine of one's own: whoever has the token is the maintainer. */
export function authoriseByToken(expected: string): Authorise {
  return async (token) => (isSameSecret(token, expected) ? { subject: 'local', role: 'maintainer' } : undefined);
}

/** Accepts nobody: for a deployment without a user pool. */
export const authoriseNobody: Authorise = async () => undefined;
