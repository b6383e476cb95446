/** The frame of the page: who it is for, where one is, and which language one reads. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { MARK_PATH } from '../../mark-path.ts';
import { LANGUAGE_NAMES } from '../../widget/strings.ts';
import { hashOf, VIEWS, type ViewName } from '../address.ts';
import { LOCALES, type Locale } from '../strings.ts';
import { entries } from './entries.ts';
import { feedback } from './feedback.ts';
import { overview } from './overview.ts';
import type { Part, View } from './parts.ts';
import { periodPicker } from './period.ts';
import { signIn } from './sign-in.ts';
import { tickets } from './tickets.ts';
import { tryIt } from './try-it.ts';
import { unanswered } from './unanswered.ts';

const BODIES: Readonly<Record<ViewName, (view: View) => Part>> = {
  overview,
  unanswered,
  entries,
  feedback,
  tickets,
  try: tryIt,
};

/** Returns the whole page. */
export function shell(view: View): TemplateResult {
  const { t, state } = view;
  const isIn = state.phase === 'signed in';
  return html`<a class="skip" href="#main" @click=${skip}>${t('skip')}</a>
    <header class="top">
      <a class="brand" href=${hashOf({ ...state.address, view: 'overview', question: '' })}>${mark()}<span>Simtolk</span><span class="for">${t('title')}</span></a>
      ${isIn ? html`<span class="role">${state.role ? t(`signIn.role.${state.role}`) : nothing}</span>` : nothing}
      ${languages(view)}
      ${isIn ? html`<button type="button" class="quiet" @click=${view.signOut}>${t('signIn.out')}</button>` : nothing}
    </header>
    ${isIn ? navigation(view) : nothing}
    <main id="main" tabindex="-1">${isIn ? body(view) : signIn(view)}</main>
    <p class="status" role="status">${state.status}</p>`;
}

function body(view: View): TemplateResult {
  const { t, state } = view;
  const { view: name } = state.address;
  const hasPeriod = name !== 'try' && (name !== 'tickets' || state.filters.tickets === 'done');
  return html`<div class="head"><h1>${t(`views.${name}`)}</h1>${hasPeriod ? periodPicker(view) : nothing}</div>
    ${BODIES[name](view)}`;
}

function navigation({ t, state }: View): TemplateResult {
  const { address } = state;
  return html`<nav class="views" aria-label=${t('title')}><ul role="list">${VIEWS.map(
    (name) =>
      html`<li><a href=${hashOf({ ...address, view: name })} aria-current=${name === address.view ? 'page' : nothing}>${t(`views.${name}`)}</a></li>`,
  )}</ul></nav>`;
}

function languages(view: View): TemplateResult {
  const { t, state } = view;
  const choose = (event: Event) => view.chooseLocale((event.target as HTMLSelectElement).value as Locale);
  return html`<select class="language" aria-label=${t('language')} @change=${choose}>${LOCALES.map(
    (one) => html`<option value=${one} lang=${one} .selected=${one === state.locale}>${LANGUAGE_NAMES[one]}</option>`,
  )}</select>`;
}

function mark(): TemplateResult {
  return html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path class="card" d=${MARK_PATH} /><path class="waves" d="M10 19.5v-3M15.5 19.5v-7M21 19.5v-11" /></svg>`;
}

/** The address after `#` is the view's: the focus moves without it. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
