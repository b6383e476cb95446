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
  return html`<section class="panel" part="panel" role=${isInline ? 'region' : 'dialog'} aria-label=${t('name')}
    @keydown=${(event: KeyboardEvent) => !isInline && event.key === 'Escape' && !event.isComposing && view.close()}>
    ${head(view)}
    <div class="scroller" part="log" tabindex="0" role="log" aria-label=${t('log')}>
      ${state.messages.length === 0 ? welcome(view) : nothing}
      <ol role="list">${state.messages.map((one) => message(one, view))}</ol>
      ${state.isThinking ? html`<p class="thinking"><span class="face">${mark()}</span><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span class="who">${t('thinking')}</span></p>` : nothing}
      ${state.failed ? failed(state.failed, view) : nothing}
      ${state.ticket ? requestForm(state.ticket, view) : nothing}
    </div>
    <p class="status" role="status">${state.status}</p>
    ${composer(view)}
  </section>`;
}

function head(view: View): TemplateResult | typeof nothing {
  const { t, state, isInline, hasLanguages, locale } = view;
  const hasMessages = state.messages.length > 0;
  if (isInline && !hasLanguages && !hasMessages) return nothing;
  return html`<header part="head">
    <span class="title">${mark()}${t('name')}</span>
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
