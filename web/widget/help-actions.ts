/** What happens after an answer: feedback on it, and a request for a person. */
import { type Feedback, failureOf, type TicketRequest } from './api-client.ts';
import { lastQuestion, type Surroundings } from './conversation.ts';
import type { BotMessage } from './conversation-state.ts';

/** Returns the actions that reach people. */
export function helpActions({ api, state, locale, t, emit, changed, announce, focus }: Surroundings) {
  async function rate(message: BotMessage, given: Omit<Feedback, 'messageId'>): Promise<void> {
    const { messageId } = message;
    if (!messageId) return;
    const isFirst = message.given === undefined;
    const before = message.given;
    message.given = { ...given, messageId };
    changed();
    try {
      await api.feedback(message.given, locale());
      message.thanked = !isFirst;
      if (!isFirst || message.hasSurvey) announce(t()('thanks'));
      emit('feedback', message.given);
    } catch (error) {
      announce(failureOf(error).detail ?? t()('tryAgain'));
      if (before) message.given = before;
      else delete message.given;
    }
    // A conversation that is over, or with people in sight already, needs no more of them.
    if (isFirst && message.given && !given.helpful && !message.hasSurvey) await showPeople();
    changed(true);
  }

  /** Who can help now; the hours are asked for at this moment, since they change. */
  async function showPeople(): Promise<void> {
    try {
      const support = await api.support(locale());
      state.messages.push({ from: 'notice', key: 'sorry', support, locale: locale() });
      emit('handoff', support);
    } catch (error) {
      announce(failureOf(error).detail ?? t()('tryAgain'));
    }
  }

  function openRequest(): void {
    state.ticket = { key: randomKey(), channel: 'phone', text: lastQuestion(state) };
    changed();
    focus('.request h2');
  }

  function closeRequest(): void {
    state.ticket = undefined;
    changed();
  }

  async function sendRequest(request: Omit<TicketRequest, 'locale' | 'conversationId'>): Promise<void> {
    const { ticket, conversationId } = state;
    if (!ticket) return;
    try {
      const whole = { ...request, locale: locale(), ...(conversationId && { conversationId }) };
      const { ticketId, expectedBy } = await api.ticket(whole, ticket.key, locale());
      const time = new Intl.DateTimeFormat(locale(), { dateStyle: 'full', timeStyle: 'short' }).format(
        new Date(expectedBy),
      );
      state.messages.push({ from: 'notice', key: 'requestDone', values: { id: ticketId, time }, locale: locale() });
      state.ticket = undefined;
    } catch (error) {
      const { status, detail } = failureOf(error);
      // A changed request needs a key of its own; after a lost connection the same one must not be stored twice.
      const key = status === 0 ? ticket.key : randomKey();
      state.ticket = { ...ticket, ...request, key, problem: detail ?? t()('tryAgain') };
    }
    changed(true);
  }

  return { rate, openRequest, closeRequest, sendRequest };
}

export type HelpActions = ReturnType<typeof helpActions>;

const KEY_BYTES = 16;

/** Works on plain HTTP too, where crypto.randomUUID does not exist. */
function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(KEY_BYTES))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
