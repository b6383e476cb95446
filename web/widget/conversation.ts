/** What happens when the visitor does something: asks, picks, goes back, deletes. Knows nothing of how it looks. */
import type { PreviousTurn } from '../../functions/conversation/understand.ts';
import { type Answer, type ApiClient, failureOf, type Reply } from './api-client.ts';
import { botMessage, entryMessage } from './bot-message.ts';
import type { BotMessage, Conversation, NoticeMessage, Screen, VisitorMessage } from './conversation-state.ts';
import type { BrowserAnswers } from './lazy-modules.ts';
import { longDate } from './long-date.ts';
import type { Group, Locale, Translate } from './strings.ts';

export interface Surroundings {
  readonly api: ApiClient;
  readonly state: Conversation & Screen;
  /** The locale that is shown. */
  readonly locale: () => Locale;
  readonly t: () => Translate;
  readonly emit: (name: 'message' | 'answer' | 'handoff' | 'feedback', detail: unknown) => void;
  /** Draws the state anew; `isKept` also keeps it for the tab. */
  readonly changed: (isKept?: boolean) => void;
  /** Shows a short event for a while, and reads it out once. */
  readonly announce: (text: string) => void;
  /** Moves the focus to what the selector finds. */
  readonly focus: (selector: string) => void;
  readonly browserAnswers: () => Promise<BrowserAnswers>;
}

const FIRST_SERVER_ERROR = 500;

/** Returns the actions on a conversation. */
export function conversationActions(around: Surroundings) {
  const { api, state, locale, t, emit, changed, announce } = around;
  let replying: ReturnType<typeof replyTo> | undefined;
  /** What the copy in the browser said last, if it was the last to say anything. */
  let previous: PreviousTurn | undefined;
  let isClearing = false;
  const isBusy = () => state.isThinking || isClearing;

  /** Chinese pages always say which script; otherwise the language of the question decides, until the visitor chose. */
  const askedLocale = () => state.locale ?? (locale().startsWith('zh') ? locale() : undefined);

  async function ask(text: string, isRetry = false): Promise<void> {
    const question = text.trim();
    if (question === '' || isBusy()) return;
    if (!isRetry) state.messages.push({ from: 'visitor', text: question });
    Object.assign(state, {
      isThinking: true,
      draft: '',
      matching: [],
      marked: -1,
      failed: undefined,
      group: undefined,
    });
    emit('message', { text: question });
    changed(true);
    replying = replyTo(question);
    const reply = await replying;
    state.isThinking = false;
    if (reply) show(reply);
    changed(true);
  }

  async function replyTo(text: string): Promise<Reply | Answer | undefined> {
    const asked = askedLocale();
    const { conversationId } = state;
    try {
      const awaited = api.ask({ text, locale: asked, conversationId }, locale());
      // Made now, the format of an answer's date keeps no answer waiting.
      longDate(locale());
      const reply = await awaited;
      // While a disruption is shown, each answer may bring its end.
      if (!conversationId || state.isDegraded) checkHealth();
      state.conversationId = reply.conversationId;
      previous = undefined;
      return reply;
    } catch (error) {
      const { status, detail } = failureOf(error);
      const isUnreachable = status === 0 || status >= FIRST_SERVER_ERROR;
      const fromCopy = isUnreachable && navigator.onLine ? await answerFromCopy(text, asked) : undefined;
      if (fromCopy) return fromCopy;
      state.failed = { text, reason: detail ?? t()(status === 0 ? 'offline' : 'failed') };
      return undefined;
    }
  }

  async function answerFromCopy(text: string, asked: Locale | undefined): Promise<Answer | undefined> {
    try {
      const copy = await around.browserAnswers();
      const { reply, memory } = await copy.answer({ text, asked, pageLocale: locale(), previous });
      previous = memory;
      return reply;
    } catch {
      // The copy cannot be loaded either: the visitor is offered to try again.
      return undefined;
    }
  }

  function show(reply: Reply | Answer): void {
    const { messages } = state;
    const last = messages.at(-1);
    if (last?.from === 'visitor') last.lang = reply.questionLocale;
    Object.assign(state, reply.entry?.fits);
    messages.push(botMessage(reply));
    emit('answer', reply);
    if (reply.handoff) emit('handoff', reply.handoff);
  }

  /** Never waited for: an answer is there already. */
  function checkHealth(): void {
    api.health(locale()).then(
      ({ status }) => {
        state.isDegraded = status === 'degraded';
        changed();
      },
      () => undefined,
    );
  }

  /** A picked question is asked, so that the conversation knows of it; if it is taken for another, the entry is shown. */
  async function pick(id: string, question: string): Promise<void> {
    if (isBusy()) return;
    await ask(question);
    const last = state.messages.at(-1);
    if (last?.from === 'bot' && last.entry?.id !== id && !state.failed) await showEntry(id, locale(), last);
  }

  /** Shows an entry by its id, in place of a message or as a new one. */
  async function showEntry(id: string, inLocale: Locale, instead?: BotMessage): Promise<void> {
    // Taken before the wait: what is deleted meanwhile does not come back.
    const { messages } = state;
    try {
      const entry = await api.entry(id, inLocale);
      const place = instead ? messages.indexOf(instead) : messages.length;
      messages.splice(place, instead ? 1 : 0, entryMessage(entry, inLocale));
    } catch (error) {
      announce(failureOf(error).detail ?? t()('tryAgain'));
    }
    changed(true);
  }

  async function showGroup(id: Group): Promise<void> {
    try {
      const { entries } = await api.entries(locale(), id);
      state.group = { id, entries };
    } catch (error) {
      announce(failureOf(error).detail ?? t()('tryAgain'));
    }
    changed();
  }

  async function clear(): Promise<void> {
    if (isClearing) return;
    isClearing = true;
    // A reply on its way tells what is to be deleted, and would bring back what is.
    await replying;
    const { conversationId } = state;
    try {
      if (conversationId) await api.forget(conversationId, locale());
      Object.assign(state, {
        messages: [],
        conversationId: undefined,
        operator: undefined,
        device: undefined,
        failed: undefined,
        ticket: undefined,
        group: undefined,
      });
      previous = undefined;
      announce(t()('cleared'));
    } catch (error) {
      failureOf(error);
      state.messages.push(notice('notCleared'));
    } finally {
      isClearing = false;
    }
    changed(true);
  }

  const notice = (key: NoticeMessage['key']): NoticeMessage => ({ from: 'notice', key, locale: locale() });

  return { ask, pick, showEntry, showGroup, clear };
}

export type ConversationActions = ReturnType<typeof conversationActions>;

/** Returns the last thing the visitor said, to start a request with. */
export function lastQuestion({ messages }: Conversation): string {
  return messages.findLast((message): message is VisitorMessage => message.from === 'visitor')?.text ?? '';
}
