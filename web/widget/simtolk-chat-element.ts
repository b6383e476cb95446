/** What a page may do with a `<simtolk-chat>`: shipped as `widget.d.ts`, so it imports nothing. */

export type SimtolkLocale = 'zh' | 'zh-Hant' | 'en' | 'nl';

/** Says one thing in every language it is known in. */
export interface SimtolkQuestion {
  readonly id: string;
  readonly question: string;
}

/** A way to reach a person. */
export interface SimtolkChannel {
  readonly name: string;
  readonly contact: string;
  /** `tel:`, `mailto:` or `https:` */
  readonly url: string;
  readonly openNow: boolean;
  /** For people, such as "open now, until 18:00". */
  readonly state: string;
  readonly languages: readonly string[];
}

export interface SimtolkSupport {
  readonly channels: readonly SimtolkChannel[];
}

export interface SimtolkEntry extends SimtolkQuestion {
  readonly group: string;
  /** Markdown. */
  readonly answer: string;
  /** Markdown. */
  readonly steps?: readonly string[] | undefined;
  readonly related: readonly SimtolkQuestion[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
  /** ISO 8601 date. */
  readonly updated: string;
}

/** The detail of the `answer` event: the API's reply, or the answer of the copy in the browser, which has no ids. */
export interface SimtolkAnswer {
  readonly messageId?: string;
  readonly conversationId?: string;
  readonly kind: 'answer' | 'suggestions' | 'fallback' | 'smalltalk' | 'handoff';
  readonly match: string | null;
  readonly confidence: number;
  readonly locale: string;
  readonly questionLocale: string;
  readonly text: string;
  readonly candidates: readonly (SimtolkQuestion & { readonly confidence: number })[];
  readonly entry?: SimtolkEntry | undefined;
  readonly handoff?: SimtolkSupport | undefined;
}

export interface SimtolkFeedback {
  readonly messageId: string;
  readonly helpful: boolean;
  readonly rating?: number | undefined;
  readonly comment?: string | undefined;
}

/** All of them bubble and leave shadow trees. */
export interface SimtolkChatEventMap {
  /** The visitor, or `ask()`, asks. */
  message: CustomEvent<{ readonly text: string }>;
  /** A reply is on the screen. */
  answer: CustomEvent<SimtolkAnswer>;
  /** Ways to reach people are shown. */
  handoff: CustomEvent<SimtolkSupport>;
  /** Feedback is stored. */
  feedback: CustomEvent<SimtolkFeedback>;
  /** The visitor chose another language. */
  locale: CustomEvent<{ readonly locale: SimtolkLocale }>;
}

export interface SimtolkChatElement extends HTMLElement {
  /** The locale that is shown. Any BCP 47 tag may be set; one that is not spoken here is as good as none. */
  get locale(): SimtolkLocale;
  set locale(tag: string);
  /** In its place on the page, rather than behind a floating button. */
  inline: boolean;
  /** Empty follows the visitor's system. */
  get theme(): 'light' | 'dark' | '';
  set theme(theme: string);
  /** Address that `/v1` is below of; read when the element comes into a page. */
  api: string;
  readonly isOpen: boolean;
  /** Undefined until the first question is answered. */
  readonly conversationId: string | undefined;
  /** Opens the panel and puts the cursor where the question goes. */
  open(): void;
  /** Closes the panel; the conversation stays. */
  close(): void;
  /** Asks as if the visitor had typed it. Resolves when the reply is shown, or the offer to try again. */
  ask(text: string): Promise<void>;
  /** Fills in a question without sending it. */
  draft(text: string): void;
  /** Deletes the conversation, here and on the server, with the reply that is on its way. Nothing is asked meanwhile. */
  clear(): Promise<void>;
  addEventListener<Name extends keyof SimtolkChatEventMap>(
    type: Name,
    listener: (this: SimtolkChatElement, event: SimtolkChatEventMap[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'simtolk-chat': SimtolkChatElement;
  }
}
