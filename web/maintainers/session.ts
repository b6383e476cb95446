/** What the tab keeps while somebody is signed in: gone with the tab, and never shared with another. */

const TOKEN = 'simtolk-token';
const ATTEMPT = 'simtolk-sign-in';
const LOCALE = 'simtolk-locale';

/** What must be remembered between going to the sign-in page and coming back. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** The part of the address that names the view to come back to. */
  readonly hash: string;
}

/** Returns the bearer token, if somebody is signed in. */
export const readToken = (): string | undefined => sessionStorage.getItem(TOKEN) ?? undefined;
export const keepToken = (token: string): void => sessionStorage.setItem(TOKEN, token);
export const forgetToken = (): void => sessionStorage.removeItem(TOKEN);

export const readLocale = (): string | undefined => sessionStorage.getItem(LOCALE) ?? undefined;
export const keepLocale = (locale: string): void => sessionStorage.setItem(LOCALE, locale);

export const keepAttempt = (attempt: Attempt): void => sessionStorage.setItem(ATTEMPT, JSON.stringify(attempt));

/** Returns the attempt that was kept and removes it: a code is redeemed once. */
export function takeAttempt(): Attempt | undefined {
  const kept = sessionStorage.getItem(ATTEMPT);
  sessionStorage.removeItem(ATTEMPT);
  return kept === null ? undefined : (JSON.parse(kept) as Attempt);
}
