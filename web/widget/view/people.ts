/** How to reach people, and the form that asks them to come back. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Support } from '../api-client.ts';
import type { RequestDraft } from '../conversation-state.ts';
import { safeAddress } from '../markdown.ts';
import { type Locale, translator } from '../strings.ts';
import type { View } from './parts.ts';

const CHANNELS = ['phone', 'email', 'chat'] as const;

/** Returns the channels, open ones first, each as one link to press. */
export function people({ channels, example }: Support, locale: Locale, view: View): TemplateResult {
  const t = translator(locale);
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return html`<ul class="people" part="handoff" role="list">${channels.map(
    ({ name, contact, url, state, openNow, languages }) => html`<li>
      <a href=${safeAddress(url) ?? nothing} target=${url.startsWith('https:') ? '_blank' : nothing} rel="noopener">
        <span class="name">${name}</span><span class="contact">${contact.replace(/^https:\/\//, '')}</span>
        <span class="state ${openNow ? 'is-open' : ''}">${state}</span>
        <span class="speaks">${languages.map((language) => names.of(language)).join(' · ')}</span></a></li>`,
  )}</ul>
  ${example ? html`<p class="checked">${t('example')}</p>` : nothing}
  ${view.state.ticket ? nothing : html`<p><button type="button" class="primary" @click=${view.openRequest}>${view.t('request')}</button></p>`}`;
}

/** Returns the form of a request. */
export function requestForm(ticket: RequestDraft, view: View): TemplateResult {
  const { t } = view;
  const { channel } = ticket;
  const isWrong = ticket.wrongContact === channel;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const value = (name: string) => String(fields.get(name));
    view.sendRequest({ channel, contact: value('contact'), text: value('text') });
  };
  /** Spaces alone are nothing: what is required is asked for by the browser. */
  const trim = (event: Event) => {
    const field = event.target as HTMLInputElement;
    field.value = field.value.trim();
  };
  const choose = (chosen: typeof channel) => {
    ticket.channel = chosen;
    view.changed();
  };
  return html`<form class="request" part="request" @submit=${send} @change=${trim} aria-label=${t('request')}>
    <h2 tabindex="-1">${t('request')}</h2>
    <fieldset class="ways"><legend>${t('requestWay')}</legend>${CHANNELS.map(
      (way) => html`<label><input type="radio" name="channel" value=${way} .checked=${way === channel}
        @change=${() => choose(way)}><span>${t(way)}</span></label>`,
    )}</fieldset>
    <label class="field">${t(`${channel}Contact`)}
      <input name="contact" required maxlength="200" type=${channel === 'email' ? 'email' : channel === 'phone' ? 'tel' : 'text'}
        autocomplete=${channel === 'email' ? 'email' : channel === 'phone' ? 'tel' : 'off'}
        aria-invalid=${isWrong} aria-describedby=${isWrong ? 'wrong' : nothing}></label>
    ${isWrong ? html`<p id="wrong" class="problem" role="alert">${t('contactWrong', { example: channel === 'email' ? 'name@example.com' : '+31 6 12345678' })}</p>` : nothing}
    <label class="field">${t('requestText')}<textarea name="text" rows="3" required maxlength="1000" .value=${ticket.text}></textarea></label>
    ${view.state.conversationId ? html`<p class="checked">${t('requestNote')}</p>` : nothing}
    ${ticket.problem ? html`<p class="problem" role="alert">${ticket.problem}</p>` : nothing}
    <p class="row"><button type="submit" class="primary">${t('requestSend')}</button>
      <button type="button" class="quiet" @click=${view.closeRequest}>${t('cancel')}</button></p></form>`;
}
