/** One message of the conversation, with its language said. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { BotMessage, Message, NoticeMessage } from '../conversation-state.ts';
import { mark } from '../mark.ts';
import { markdown } from '../markdown.ts';
import { translator } from '../strings.ts';
import { answer, choices } from './answer.ts';
import { survey } from './feedback.ts';
import type { View } from './parts.ts';
import { people } from './people.ts';

/** Returns a message as it stands in the log. */
export function message(one: Message, view: View): TemplateResult {
  if (one.from === 'visitor')
    return html`<li class="visitor" part="visitor-message"><span class="who">${view.t('you')}: </span><p lang=${one.lang ?? nothing}>${one.text}</p></li>`;
  return html`<li class="bot" part="bot-message"><span class="face">${mark()}</span><span class="who">${view.t('name')}: </span>
    <div class="bubble" lang=${one.locale}>${one.from === 'bot' ? botMessage(one, view) : notice(one, view)}</div></li>`;
}

function botMessage(one: BotMessage, view: View): TemplateResult {
  const isLast = view.state.messages.at(-1) === one;
  const { entry, handoff } = one;
  return html`${one.isFromCopy ? html`<p class="checked">${translator(one.locale)('fromCopy')}</p>` : nothing}
    ${entry ? answer(one, entry, view) : one.text.split('\n\n').map((part) => html`<p>${markdown(part)}</p>`)}
    ${!entry && one.kind === 'suggestions' && isLast ? choices(one.candidates, view) : nothing}
    ${handoff ? people(handoff, one.locale, view) : nothing}
    ${one.hasSurvey ? survey(one, view) : nothing}`;
}

function notice({ key, values, support, locale }: NoticeMessage, view: View): TemplateResult {
  return html`<p>${translator(locale)(key, values)}</p>${support ? people(support, locale, view) : nothing}`;
}
