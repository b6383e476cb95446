/** Makes the messages of the bot from what the API, or the copy in the browser, says. */
import type { Answer, Entry, Reply } from './api-client.ts';
import type { BotMessage } from './conversation-state.ts';
import { maySurvey } from './kept.ts';
import type { Locale } from './strings.ts';

/** The channels and suggestions that a text lists for plain clients; they are shown as parts of their own. */
const LISTED = /\n(- |1\. ).*/s;

/** Returns the message that shows a reply. */
export function botMessage(reply: Reply | Answer): BotMessage {
  const { locale, questionLocale, kind, candidates, entry, handoff } = reply;
  const isOwn = 'messageId' in reply;
  return {
    ...{ from: 'bot', locale, questionLocale, kind, candidates, done: [] },
    text: reply.text.replace(LISTED, ''),
    ...{ entry, handoff, isFromCopy: !isOwn },
    // A turn that was not stored can take no mark.
    ...(isOwn && reply.stored && { messageId: reply.messageId, hasSurvey: reply.survey && maySurvey() }),
  };
}

/** Returns the message that shows an entry by itself. */
export function entryMessage(entry: Entry, locale: Locale): BotMessage {
  return { from: 'bot', locale, questionLocale: locale, kind: 'answer', text: '', candidates: [], done: [], entry };
}
