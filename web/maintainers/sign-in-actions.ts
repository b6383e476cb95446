/** How somebody comes in and goes out. */
import { adminClient, failureOf } from './admin-client.ts';
import { readPageConfig } from './page-config.ts';
import { nothingLoaded, type PageState, type SignInNotice } from './page-state.ts';
import { forgetToken, keepToken, readToken } from './session.ts';
import { comeBack, goToSignIn, goToSignOut, isComingBack } from './sign-in.ts';

const NOTICES: Readonly<Record<number, SignInNotice>> = { 0: 'offline', 401: 'wrong', 403: 'noRole' };

/** Returns the actions; `entered` is called once somebody is in. */
export function signInActions(state: PageState, draw: () => void, entered: () => void) {
  /** Reads how people sign in here, and goes on where this tab was. */
  async function start(): Promise<void> {
    try {
      state.config = await readPageConfig();
    } catch {
      return leave('offline');
    }
    const { signIn } = state.config;
    if (signIn && isComingBack()) return redeem(() => comeBack(signIn));
    const token = readToken();
    return token === undefined ? leave() : enter(token, 'ended');
  }

  async function redeem(tokenOf: () => Promise<string>): Promise<void> {
    let token: string;
    try {
      token = await tokenOf();
    } catch (error) {
      console.error(error);
      return leave('refused');
    }
    return enter(token, 'refused');
  }

  /** Tries a token; `unlessGood` says what a refused one means here. */
  async function enter(token: string, unlessGood: SignInNotice = 'wrong'): Promise<void> {
    try {
      const { role } = await adminClient(token, state.locale).identity();
      keepToken(token);
      Object.assign(state, { phase: 'signed in', role, notice: undefined });
    } catch (error) {
      const notice = NOTICES[failureOf(error).status] ?? 'offline';
      return leave(notice === 'wrong' ? unlessGood : notice);
    }
    entered();
  }

  /** Forgets who was here and what they saw. */
  function leave(notice?: SignInNotice): void {
    // A server that is away for a moment is no reason to sign in anew.
    if (notice !== 'offline') forgetToken();
    Object.assign(state, nothingLoaded(), { phase: 'signed out', role: undefined, notice, status: '' });
    draw();
  }

  function signOut(): void {
    const { signIn } = state.config;
    leave();
    if (signIn) goToSignOut(signIn);
  }

  async function goAndSignIn(): Promise<void> {
    const { signIn } = state.config;
    if (signIn) await goToSignIn(signIn);
  }

  return { start, enter, leave, signOut, goAndSignIn };
}
