/** What happens when the visitor does something: asks, picks, goes back, deletes. Knows nothing of how it looks. */
import { type Answer, type ApiClient, failureOf, type Reply } from './api-client.ts';
import type { BotMessage, Conversation, NoticeMessage, Screen, VisitorMessage } from './conversation-state.ts';
import { maySurvey } from './kept.ts';
import type { BrowserAnswers } from './lazy-modules.ts';
import { longDate } from './long-date.ts';
import { type Group, type Locale, languageOf, type Translate } from './strings.ts';

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

  /** Chinese pages always say which script; otherwise the language of the question decides, until the visitor chose. */
  const askedLocale = () => state.locale ?? (languageOf(locale()) === 'zh' ? locale() : undefined);

  async function ask(text: string, isRetry = false): Promise<void> {
    const question = text.trim();
    if (question === '' || state.isThinking) return;
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
    const reply = await replyTo(question);
    state.isThinking = false;
    if (reply) show(reply);
    changed(true);
  }

  async function replyTo(text: string): Promise<Reply | Answer | undefined> {
    const asked = askedLocale();
    const { conversationId } = state;
    try {
      const question = { text, ...(asked && { locale: asked }), ...(conversationId && { conversationId }) };
      const awaited = api.ask(question, locale());
      // Made now, the format of an answer's date keeps no answer waiting.
      longDate(locale());
      const reply = await awaited;
      if (!conversationId) checkHealth();
      state.conversationId = reply.conversationId;
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
      return await (await around.browserAnswers()).answer(text, asked, locale());
    } catch {
      // The copy cannot be loaded either: the visitor is offered to try again.
      return undefined;
    }
  }

  function show(reply: Reply | Answer): void {
    const { messages } = state;
    const last = messages.at(-1);
    if (last?.from === 'visitor') last.lang = reply.questionLocale;
    messages.push(botMessage(reply));
    state.operator = reply.entry?.fits.operator ?? state.operator;
    state.device = reply.entry?.fits.device ?? state.device;
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
    await ask(question);
    const last = state.messages.at(-1);
    if (last?.from === 'bot' && last.entry?.id !== id && !state.failed) await showEntry(id, locale(), last);
  }

  /** Shows an entry by its id, in place of a message or as a new one. */
  async function showEntry(id: string, inLocale: Locale, instead?: BotMessage): Promise<void> {
    try {
      const entry = await api.entry(id, inLocale);
      const message = entryMessage(entry, inLocale, instead);
      const place = instead ? state.messages.indexOf(instead) : state.messages.length;
      state.messages.splice(place, instead ? 1 : 0, message);
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
    const { conversationId } = state;
    try {
      if (conversationId) await api.forget(conversationId, locale());
      Object.assign(state, {
        messages: [],
        conversationId: undefined,
        failed: undefined,
        ticket: undefined,
        group: undefined,
      });
      announce(t()('cleared'));
    } catch (error) {
      failureOf(error);
      state.messages.push(notice('notCleared'));
    }
    changed(true);
  }

  const notice = (key: NoticeMessage['key']): NoticeMessage => ({ from: 'notice', key, locale: locale() });

  return { ask, pick, showEntry, showGroup, clear };
}

export type ConversationActions = ReturnType<typeof conversationActions>;

function botMessage(reply: Reply | Answer): BotMessage {
  const { locale, questionLocale, kind, candidates, entry, handoff } = reply;
  // The channels and suggestions that the text lists for plain clients are shown as parts of their own.
  const text = kind === 'smalltalk' ? reply.text : (reply.text.split('\n')[0] ?? '');
  const base = { from: 'bot', locale, questionLocale, kind, text, candidates, done: [] } as const;
  return {
    ...base,
    done: [],
    ...(entry && { entry }),
    ...(handoff && { handoff }),
    ...('messageId' in reply
      ? { messageId: reply.messageId, hasSurvey: reply.survey && maySurvey() }
      : { isFromCopy: true }),
  };
}

/** The same entry in another language keeps its ticks and its feedback. */
function entryMessage(entry: NonNullable<Reply['entry']>, locale: Locale, instead?: BotMessage): BotMessage {
  const blank = { from: 'bot', questionLocale: locale, kind: 'answer', text: '', candidates: [], done: [] } as const;
  const before = instead?.entry?.id === entry.id ? instead : { ...blank, candidates: [], done: [] };
  return { ...before, locale, entry };
}

/** Returns the last thing the visitor said, to start a request with. */
export function lastQuestion({ messages }: Conversation): string {
  return messages.findLast((message): message is VisitorMessage => message.from === 'visitor')?.text ?? '';
}
