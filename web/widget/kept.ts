/** Keeps the conversation for this browser tab, from the first question on, and that the visitor was asked how it was. */
import type { Conversation } from './conversation-state.ts';

type Kept = Pick<Conversation, 'messages' | 'conversationId' | 'locale' | 'operator' | 'device'>;

/** Returns what this tab kept under a key, if it can be read. */
export function readKept(key: string): Partial<Kept> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}');
  } catch {
    // Storage is blocked or holds something else: a new conversation it is.
    return {};
  }
}

/** Keeps the conversation under a key; an empty one is removed. */
export function keep(key: string, { messages, conversationId, locale, operator, device }: Conversation): void {
  try {
    if (messages.length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify({ messages, conversationId, locale, operator, device }));
  } catch {
    // A private window without storage: the conversation lasts as long as the page.
  }
}

const SURVEYED = 'simtolk-surveyed';

/** Returns whether this visitor may be asked how the conversation was, and notes that it happened: once, ever. */
export function maySurvey(): boolean {
  try {
    if (localStorage.getItem(SURVEYED)) return false;
    localStorage.setItem(SURVEYED, '1');
    return true;
  } catch {
    // Without storage nobody knows whether they were asked before: then they are not.
    return false;
  }
}
