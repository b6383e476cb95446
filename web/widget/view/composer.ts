/** Where the question is typed, with the questions that match it so far. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { View } from './parts.ts';

const LONGEST_TEXT = 500;
/** What keydown says while an input method is composing, also in browsers that end the composition before it. */
const COMPOSING_KEY_CODE = 229;

/** Returns the form. Enter sends, unless an input method still composes; Shift and Enter starts a line. */
export function composer(view: View): TemplateResult {
  const { t, state } = view;
  const { matching, marked } = state;
  const send = (event: Event) => {
    event.preventDefault();
    view.ask(state.draft);
  };
  return html`<form class="composer" part="composer" @submit=${send}>
    ${matching.length > 0 ? matches(view) : nothing}
    <textarea part="input" rows="1" maxlength=${LONGEST_TEXT} enterkeyhint="send" autocomplete="off"
      aria-autocomplete="list" aria-controls=${matching.length > 0 ? 'matching' : nothing}
      aria-activedescendant=${marked >= 0 ? `match-${marked}` : nothing}
      aria-label=${t('question')} placeholder=${t('placeholder')}
      @input=${(event: Event) => view.typed((event.target as HTMLTextAreaElement).value)}
      @keydown=${(event: KeyboardEvent) => keyed(event, view)}></textarea>
    <button type="submit" part="send" class="send" aria-label=${t('ask')} aria-disabled=${state.isThinking}>
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 19V5M6 11l6-6 6 6" /></svg></button></form>`;
}

function matches({ t, state, pick }: View): TemplateResult {
  // The mouse must not take the focus from the text before the click arrives.
  return html`<ul id="matching" role="listbox" part="matching" aria-label=${t('matching')} @mousedown=${(event: Event) => event.preventDefault()}>
    ${state.matching.map(
      ({ id, question }, at) =>
        html`<li role="option" id=${`match-${at}`} aria-selected=${at === state.marked} @click=${() => pick(id, question)}>${question}</li>`,
    )}</ul>`;
}

function keyed(event: KeyboardEvent, view: View): void {
  const { state, changed } = view;
  if (event.isComposing || event.keyCode === COMPOSING_KEY_CODE) return;
  const count = state.matching.length;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && count > 0) {
    event.preventDefault();
    // -1 is the text itself, between the last question and the first.
    state.marked = ((state.marked + 1 + step + count + 1) % (count + 1)) - 1;
    changed();
  } else if (event.key === 'Escape' && count > 0) {
    event.stopPropagation();
    Object.assign(state, { matching: [], marked: -1 });
    changed();
  } else if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    const picked = state.matching[state.marked];
    if (picked) view.pick(picked.id, picked.question);
    else view.ask(state.draft);
  }
}
