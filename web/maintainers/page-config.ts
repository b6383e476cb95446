/** How people sign in where the page is served: with the token of a machine of one's own, or at a sign-in page. */

/** A sign-in page of OAuth 2.0, as Cognito hosts one. */
export interface SignInPage {
  /** `https://…`, without a slash at its end. */
  readonly address: string;
  /** Who signs the tokens. */
  readonly issuer: string;
  readonly clientId: string;
}

export interface PageConfig {
  /** Absent where the token is typed in. */
  readonly signIn?: SignInPage;
}

/** Returns what the deployment wrote beside the page. Rejects when it cannot be read. */
export async function readPageConfig(): Promise<PageConfig> {
  const response = await fetch('/config.json', { cache: 'no-cache' });
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  return response.json();
}
