/** Thumbs on an answer, then stars and a comment; and the one question at the end of a conversation. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { BotMessage } from '../conversation-state.ts';
import type { View } from './parts.ts';

const STARS = [1, 2, 3, 4, 5];

/** Returns the feedback row of an answer. */
export function feedback(message: BotMessage, view: View): TemplateResult {
  if (message.thanked) return thanks(view);
  return html`<div class="feedback" part="feedback" aria-live="off">
    ${thumbs(message, view, view.t('helpful'))}
    ${message.given ? details(message, view) : nothing}</div>`;
}

/** Returns the question whether the conversation helped: one click, and nothing more is asked. */
export function survey(message: BotMessage, view: View): TemplateResult {
  if (message.given) return thanks(view);
  return html`<div class="feedback" part="feedback" aria-live="off">${thumbs(message, view, view.t('survey'))}</div>`;
}

function thanks({ t }: View): TemplateResult {
  return html`<p class="feedback thanks" aria-live="off">${t('thanks')}</p>`;
}

function thumbs(message: BotMessage, view: View, question: string): TemplateResult {
  const thumb = (helpful: boolean) =>
    html`<button type="button" class="thumb" aria-pressed=${message.given?.helpful === helpful}
      @click=${() => view.rate(message, { helpful })}>${view.t(helpful ? 'yes' : 'no')}</button>`;
  return html`<div class="row" role="group" aria-label=${question}><span aria-hidden="true">${question}</span>${thumb(true)}${thumb(false)}</div>`;
}

function details(message: BotMessage, view: View): TemplateResult {
  const { t } = view;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const rating = Number(fields.get('rating'));
    const comment = String(fields.get('comment') ?? '').trim();
    view.rate(message, {
      helpful: message.given?.helpful ?? false,
      rating: rating || undefined,
      comment: comment || undefined,
    });
  };
  return html`<form class="details" @submit=${send}>
    <fieldset class="stars"><legend>${t('rating')}</legend>${STARS.map(
      (count) =>
        html`<label><input type="radio" name="rating" value=${count} aria-label=${t('stars', { count })}><span aria-hidden="true">★</span></label>`,
    )}</fieldset>
    <label class="field">${t('comment')}<textarea name="comment" rows="2" maxlength="1000"></textarea></label>
    <button type="submit" class="primary">${t('send')}</button></form>`;
}
