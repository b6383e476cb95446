/** What happens after an answer: feedback on it, and a request for a person. */
import { type Feedback, failureOf, type TicketRequest } from './api-client.ts';
import { lastQuestion, type Surroundings } from './conversation.ts';
import type { BotMessage, RequestDraft } from './conversation-state.ts';

const KEY_WORDS = 4;

/** Returns the actions that reach people. */
export function helpActions({ api, state, locale, t, emit, changed, announce, focus }: Surroundings) {
  /** The request that is on its way. */
  let sending: string | undefined;
  /**
   * The request that was sent last, until it is known to be stored: when its reply is lost it must not be stored twice,
   * and another request needs a key of its own.
   */
  let sent: { readonly content: string; readonly key: string } | undefined;

  async function rate(message: BotMessage, given: Omit<Feedback, 'messageId'>): Promise<void> {
    const { messageId } = message;
    if (!messageId) return;
    const { given: before } = message;
    message.given = { ...given, messageId };
    changed();
    try {
      await api.feedback(message.given, locale());
      message.thanked = before !== undefined;
      if (message.thanked || message.hasSurvey) announce(t()('thanks'));
      emit('feedback', message.given);
    } catch (error) {
      // What the API says of it is about an id that the visitor never saw.
      failureOf(error);
      announce(t()('tryAgain'));
      message.given = before;
    }
    // A conversation that is over, or with people in sight already, needs no more of them.
    if (!given.helpful && !message.hasSurvey && !message.hasPeople) await showPeopleAfter(message);
    changed(true);
  }

  /** Who can help now; the hours are asked for at this moment, since they change. */
  async function showPeopleAfter(message: BotMessage): Promise<void> {
    try {
      const support = await api.support(locale());
      message.hasPeople = true;
      state.messages.push({ from: 'notice', key: 'sorry', support, locale: locale() });
      emit('handoff', support);
    } catch (error) {
      announce(failureOf(error).detail ?? t()('tryAgain'));
    }
  }

  function openRequest(): void {
    state.ticket = { channel: 'phone', text: lastQuestion(state) };
    changed();
    focus('.request h2');
  }

  function closeRequest(): void {
    state.ticket = undefined;
    changed();
  }

  async function sendRequest(request: Omit<TicketRequest, 'locale' | 'conversationId'>): Promise<void> {
    const { conversationId } = state;
    const whole = { ...request, locale: locale(), conversationId };
    const content = JSON.stringify(whole);
    if (sending === content) return;
    sending = content;
    if (sent?.content !== content) sent = { content, key: randomKey() };
    const ticket: RequestDraft = { ...request };
    state.ticket = ticket;
    changed();
    try {
      const { ticketId, expectedBy } = await api.ticket(whole, sent.key, locale());
      const time = new Intl.DateTimeFormat(locale(), { dateStyle: 'full', timeStyle: 'short' }).format(
        new Date(expectedBy),
      );
      state.messages.push({ from: 'notice', key: 'requestDone', values: { id: ticketId, time }, locale: locale() });
      sent = undefined;
      if (state.ticket === ticket) state.ticket = undefined;
    } catch (error) {
      const { detail, errors } = failureOf(error);
      if (errors?.some(({ path }) => path === 'contact')) ticket.wrongContact = request.channel;
      else ticket.problem = detail ?? t()('tryAgain');
    } finally {
      sending = undefined;
    }
    changed(true);
    if (ticket.wrongContact && state.ticket === ticket) focus('[name=contact]');
  }

  return { rate, openRequest, closeRequest, sendRequest };
}

export type HelpActions = ReturnType<typeof helpActions>;

/** 128 random bits. Works on plain HTTP too, where crypto.randomUUID does not exist. */
function randomKey(): string {
  return crypto.getRandomValues(new Uint32Array(KEY_WORDS)).join('-');
}
