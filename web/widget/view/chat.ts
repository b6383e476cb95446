/** The whole chat: head, conversation, and the place to type. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { mark } from '../mark.ts';
import { groupsIn, LANGUAGE_NAMES, LOCALES, type Locale } from '../strings.ts';
import { choices } from './answer.ts';
import { composer } from './composer.ts';
import { message } from './message.ts';
import type { View } from './parts.ts';
import { requestForm } from './people.ts';

/** Returns the chat as a panel, or the button that opens it. */
export function chat(view: View, open: () => void): TemplateResult {
  const { t, state, isInline } = view;
  if (!isInline && !state.isOpen)
    return html`<button type="button" class="launcher" part="launcher" aria-label=${t('open')} @click=${open}>${mark()}</button>`;
  return html`<section class="panel" part="panel" role=${isInline ? 'group' : 'dialog'} aria-label=${t('name')}
    @keydown=${(event: KeyboardEvent) => !isInline && keyed(event, view)}>
    ${head(view)}
    <div class="scroller" part="log" tabindex="0" role="group" aria-label=${t('log')}>
      ${state.messages.length === 0 ? welcome(view) : nothing}
      <div role="log" aria-relevant="additions"><ol role="list">${state.messages.map((one) => message(one, view))}</ol></div>
      ${state.isThinking ? html`<p class="thinking"><span class="face">${mark()}</span><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span></p>` : nothing}
      ${state.failed ? failed(state.failed, view) : nothing}
      ${state.ticket ? requestForm(state.ticket, view) : nothing}
    </div>
    <p class=${state.isThinking ? 'who' : 'status'} role="status">${state.isThinking ? t('thinking') : state.status}</p>
    ${composer(view)}
  </section>`;
}

/** On a phone the panel covers the page: the focus must not wander behind it. */
function keyed(event: KeyboardEvent, view: View): void {
  if (event.isComposing) return;
  if (event.key === 'Escape') view.close();
  if (event.key !== 'Tab' || !matchMedia('(max-width: 30rem)').matches) return;
  const panel = event.currentTarget as HTMLElement;
  const stops = [
    ...panel.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex="0"]'),
  ].filter(({ tabIndex }) => tabIndex >= 0);
  const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (event.composedPath()[0] !== from) return;
  event.preventDefault();
  to?.focus();
}

function head(view: View): TemplateResult | typeof nothing {
  const { t, state, isInline, hasLanguages, locale } = view;
  const hasMessages = state.messages.length > 0;
  // In its place on a page of ours the page says the name and the languages.
  const isPlain = isInline && !hasLanguages;
  if (isPlain && !hasMessages) return nothing;
  return html`<header part="head" class=${isPlain ? 'plain' : nothing}>
    <span class="title">${isPlain ? nothing : html`${mark()}${t('name')}`}</span>
    ${hasMessages ? html`<button type="button" class="quiet" @click=${view.clear}>${t('clear')}</button>` : nothing}
    ${hasLanguages ? languages(locale, view) : nothing}
    ${isInline ? nothing : html`<button type="button" class="quiet close" part="close" aria-label=${t('close')} @click=${view.close}>✕</button>`}
  </header>
  ${state.isDegraded ? html`<p class="degraded" role="alert">${t('degraded')}</p>` : nothing}`;
}

function languages(chosen: Locale, view: View): TemplateResult {
  return html`<select part="language" aria-label=${view.t('language')} .value=${chosen}
    @change=${(event: Event) => view.chooseLocale((event.target as HTMLSelectElement).value as Locale)}>
    ${LOCALES.map((one) => html`<option value=${one} lang=${one} ?selected=${one === chosen}>${LANGUAGE_NAMES[one]}</option>`)}</select>`;
}

function welcome(view: View): TemplateResult {
  const { t, state, locale } = view;
  return html`<div class="welcome"><div class="bot"><span class="face">${mark()}</span><p class="bubble">${t('welcome')}</p></div>
    <ul class="topics" role="list" aria-label=${t('topics')}>${groupsIn(locale).map(
      ([id, name]) =>
        html`<li><button type="button" part="topic" aria-expanded=${state.group?.id === id} @click=${() => view.showGroup(id)}>${name}</button></li>`,
    )}</ul>
    ${state.group ? choices(state.group.entries, view) : nothing}</div>`;
}

function failed({ text, reason }: { text: string; reason: string }, view: View): TemplateResult {
  return html`<div class="failed" role="alert"><p>${reason}</p>
    <button type="button" class="primary" @click=${() => view.ask(text, true)}>${view.t('retry')}</button></div>`;
}
