/** The maintainers' page: puts its state on the screen and follows the address. How it works is elsewhere. */
import { render } from 'lit-html';
import { localeFor } from '../widget/strings.ts';
import { pageActions } from './actions.ts';
import { readAddress } from './address.ts';
import { formatsFor } from './formats.ts';
import { emptyState } from './page-state.ts';
import { readLocale } from './session.ts';
import { translatorFor } from './strings.ts';
import { shell } from './view/shell.ts';

const page = document.getElementById('page');
if (!page) throw new Error('The document has no place for the page.');

const tags = [readLocale(), ...navigator.languages];
const state = emptyState(
  tags.map(localeFor).find((locale) => locale !== undefined) ?? 'en',
  readAddress(location.hash, new Date()),
);
const actions = pageActions(state, draw, focusHeading);

function draw(): void {
  const t = translatorFor(state.locale);
  const name = state.phase === 'signed in' ? `${t(`views.${state.address.view}`)} · ` : '';
  document.title = `${name}${t('title')} · Simtolk`;
  document.documentElement.lang = state.locale;
  if (page) render(shell({ ...actions, state, t, show: formatsFor(state.locale) }), page);
}

/** Whoever uses a screen reader hears that another view is there. */
function focusHeading(): void {
  document.getElementById('main')?.focus();
  scrollTo(0, 0);
}

window.addEventListener('hashchange', actions.followAddress);
draw();
void actions.start();
