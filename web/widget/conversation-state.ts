/** What the widget remembers while it is shown. */
import type { Entry, EntryList, Feedback, Reply, Support, TicketRequest } from './api-client.ts';
import type { Group, Locale, StringKey } from './strings.ts';

export interface VisitorMessage {
  readonly from: 'visitor';
  readonly text: string;
  /** BCP 47, once the reply told it. */
  lang?: string;
}

export interface BotMessage {
  readonly from: 'bot';
  readonly locale: Locale;
  readonly questionLocale: string;
  readonly kind: Reply['kind'];
  /** What is said above the parts, or all that is said. */
  readonly text: string;
  /** Absent when no feedback can be given: the answer did not come from the API, or is not stored there. */
  readonly messageId?: string;
  readonly candidates: Reply['candidates'];
  readonly entry?: Entry | undefined;
  readonly handoff?: Support | undefined;
  readonly isFromCopy?: boolean;
  /** The conversation seems to end: a moment to ask how it was. */
  readonly hasSurvey?: boolean;
  /** Places of the steps that are ticked. */
  done: number[];
  /** Whether the notes stand before the steps, once it is drawn. */
  hasNotesFirst?: boolean;
  given?: Feedback | undefined;
  thanked?: boolean;
  /** It did not help, and the people who can are shown. */
  hasPeople?: boolean;
}

/** Something the widget itself says. */
export interface NoticeMessage {
  readonly from: 'notice';
  readonly key: StringKey;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly support?: Support;
  readonly locale: Locale;
}

export type Message = VisitorMessage | BotMessage | NoticeMessage;

export interface Conversation {
  messages: Message[];
  conversationId?: string | undefined;
  /** What the visitor chose to read; undefined follows the page. */
  locale?: Locale | undefined;
  operator?: string | undefined;
  device?: string | undefined;
}

/** A request for a person that is being written. */
export interface RequestDraft {
  channel: TicketRequest['channel'];
  text: string;
  /** Why it did not get through. */
  problem?: string;
  /** The channel for which the contact is none. */
  wrongContact?: TicketRequest['channel'];
}

/** What is on the screen but not worth keeping. */
export interface Screen {
  isOpen: boolean;
  isThinking: boolean;
  isDegraded: boolean;
  draft: string;
  /** A question that did not get through. */
  failed?: { readonly text: string; readonly reason: string } | undefined;
  /** The latest short event, read out once. */
  status: string;
  group?: { readonly id: Group; readonly entries: EntryList['entries'] } | undefined;
  matching: readonly { readonly id: string; readonly question: string }[];
  /** Place of the marked matching question, -1 for none. */
  marked: number;
  ticket?: RequestDraft | undefined;
}
