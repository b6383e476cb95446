/** An answer: the text, the steps as a check list, notes per operator and phone, and what comes after. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Entry } from '../api-client.ts';
import type { BotMessage } from '../conversation-state.ts';
import { longDate } from '../long-date.ts';
import { markdown, safeAddress } from '../markdown.ts';
import { translator } from '../strings.ts';
import { feedback } from './feedback.ts';
import type { View } from './parts.ts';

/** Returns the card of an entry. Its own words are in the language of the answer, the buttons in the page's. */
export function answer(message: BotMessage, entry: Entry, view: View): TemplateResult {
  const t = translator(message.locale);
  const { state } = view;
  const noted = html`${notes(t('operators'), entry.operators, state.operator, (id) => remember('operator', id, view))}
    ${notes(t('devices'), entry.devices, state.device, (id) => remember('device', id, view))}`;
  // What fits this visitor comes before the steps; what may fit somebody comes after them. Settled once: what is chosen
  // later moves nothing from under the focus or the pointer.
  message.hasNotesFirst ??= Boolean(entry.operators?.[state.operator ?? ''] ?? entry.devices?.[state.device ?? '']);
  return html`<h2>${entry.question}</h2>
    <div class="text">${markdown(entry.answer)}</div>
    ${message.hasNotesFirst ? noted : nothing}
    ${entry.steps ? steps(message, entry.steps, view) : nothing}
    ${entry.otherwise ? html`<div class="otherwise"><h3>${t('otherwise')}</h3><div class="text">${markdown(entry.otherwise)}</div></div>` : nothing}
    ${message.hasNotesFirst ? nothing : noted}
    ${entry.links.length > 0 ? html`<p class="links">${entry.links.map(({ title, url }) => html`<a href=${safeAddress(url) ?? nothing} target="_blank" rel="noopener">${title}</a>`)}</p>` : nothing}
    <p class="checked">${t('updated', { date: longDate(message.locale).format(new Date(entry.updated)) })}</p>
    ${tools(message, entry, view)}
    ${message.messageId ? feedback(message, view) : nothing}
    ${related(message, entry, view)}`;
}

function steps(message: BotMessage, list: readonly string[], view: View): TemplateResult {
  const t = translator(message.locale);
  const tick = (place: number, isDone: boolean) => {
    message.done = message.done.filter((other) => other !== place).concat(isDone ? [place] : []);
    view.changed(true);
  };
  return html`<section class="steps" part="steps">
    <h3>${t('steps')}<span class="count">${t('done', { done: message.done.length, count: list.length })}</span></h3>
    <ol role="list">${list.map(
      (step, place) => html`<li><label>
        <input type="checkbox" .checked=${message.done.includes(place)}
          @change=${(event: Event) => tick(place, (event.target as HTMLInputElement).checked)}>
        <span class="step">${markdown(step)}</span></label></li>`,
    )}</ol></section>`;
}

function remember(what: 'operator' | 'device', id: string, view: View): void {
  view.state[what] = id;
  view.changed(true);
}

function notes(
  title: string,
  all: Entry['operators'],
  remembered: string | undefined,
  choose: (id: string) => void,
): TemplateResult | typeof nothing {
  const ids = Object.keys(all ?? {});
  const shown = ids.find((id) => id === remembered) ?? ids[0];
  const note = shown && all?.[shown];
  if (!note) return nothing;
  const move = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = by && ids.at((ids.indexOf(shown) + by) % ids.length);
    if (!next) return;
    choose(next);
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  };
  return html`<section class="notes">
    <div role="tablist" aria-label=${title} @keydown=${move}>${ids.map(
      (id) => html`<button type="button" role="tab" aria-selected=${id === shown} tabindex=${id === shown ? 0 : -1}
        @click=${() => choose(id)}>${all?.[id]?.name}</button>`,
    )}</div>
    <div role="tabpanel" aria-label=${note.name} class="text">${markdown(note.note)}</div></section>`;
}

function tools(message: BotMessage, entry: Entry, view: View): TemplateResult {
  const { t, state, announce } = view;
  const address = view.addressOf(entry.id, message.locale);
  const write = (text: string, key: 'copied' | 'shared') => () =>
    navigator.clipboard.writeText(text).then(
      () => announce(t(key)),
      () => announce(t('tryAgain')),
    );
  const share = () => navigator.share({ title: entry.question, url: address }).catch(() => undefined);
  const isLastAnswer = state.messages.findLast((one) => one.from === 'bot' && one.entry) === message;
  const other = otherLocale(message, view);
  // Browsers give the clipboard to pages on HTTPS alone.
  const canWrite = navigator.clipboard !== undefined;
  return html`<p class="tools">
    ${canWrite ? html`<button type="button" class="quiet" @click=${write(plainText(entry, address), 'copied')}>${t('copy')}</button>` : nothing}
    ${'share' in navigator || canWrite ? html`<button type="button" class="quiet" @click=${'share' in navigator ? share : write(address, 'shared')}>${t('share')}</button>` : nothing}
    ${isLastAnswer && other ? html`<button type="button" class="quiet" lang=${other} @click=${() => view.showEntry(entry.id, other)}>${translator(other)('readIn')}</button>` : nothing}
  </p>`;
}

/** The page's language when the answer is in another, or else the language the question was in. */
function otherLocale({ locale, questionLocale }: BotMessage, view: View): View['locale'] | undefined {
  if (locale !== view.locale) return view.locale;
  return questionLocale !== locale && questionLocale !== 'und' ? (questionLocale as View['locale']) : undefined;
}

function related(message: BotMessage, entry: Entry, view: View): TemplateResult | typeof nothing {
  if (view.state.messages.at(-1) !== message || entry.related.length === 0) return nothing;
  return html`<div class="related"><h3>${translator(message.locale)('related')}</h3>${choices(entry.related, view)}</div>`;
}

/** Returns questions as buttons. */
export function choices(questions: readonly { id: string; question: string }[], view: View): TemplateResult {
  return html`<ul class="choices" role="list">${questions.map(
    ({ id, question }) =>
      html`<li><button type="button" part="suggestion" @click=${() => view.pick(id, question)}>${question}</button></li>`,
  )}</ul>`;
}

function plainText({ question, answer: text, steps: list = [] }: Entry, address: string): string {
  const plain = (markup: string) => markup.replace(/\*\*|`/g, '');
  return [question, plain(text), ...list.map((step, at) => `${at + 1}. ${plain(step)}`), address].join('\n\n');
}
