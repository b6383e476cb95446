/** Where somebody comes in: the token of a machine of one's own, or the way to the sign-in page. */
import { html, nothing } from 'lit-html';
import type { Part, View } from './parts.ts';

/** Returns the form, or the button. */
export function signIn(view: View): Part {
  const { t, state } = view;
  if (state.phase === 'starting')
    return html`<h1 class="who">${t('title')}</h1><p class="empty">${t('signIn.working')}</p>`;
  const { notice, config } = state;
  return html`<section class="sign-in card"><h1>${t('signIn.heading')}</h1>
    ${notice ? html`<p class="notice" role="alert">${notice === 'offline' ? t('offline') : t(`signIn.${notice}`)}</p>` : nothing}
    ${config.signIn ? cloud(view) : own(view)}</section>`;
}

function cloud(view: View): Part {
  const { t, state } = view;
  return html`<p class="lead">${t('signIn.cloud')}</p>
    <div class="row"><button type="button" class="button" @click=${view.goAndSignIn}>${t('signIn.button')}</button>
    ${state.notice === 'noRole' ? html`<button type="button" class="quiet" @click=${view.signOut}>${t('signIn.out')}</button>` : nothing}</div>`;
}

function own(view: View): Part {
  const { t, state } = view;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const token = String(new FormData(event.target as HTMLFormElement).get('token') ?? '').trim();
    if (token !== '') view.enter(token);
  };
  return html`<form @submit=${submit}>
    <label class="field"><span>${t('signIn.token')}</span>
      <input name="token" type="password" required autocomplete="current-password" aria-describedby="token-hint" aria-invalid=${state.notice === 'wrong'}></label>
    <p class="small" id="token-hint">${t('signIn.tokenHint')}</p>
    <button type="submit" class="button">${t('signIn.button')}</button></form>`;
}
