/** The custom element `<simtolk-chat>`: its attributes, properties, methods and events. How it works is elsewhere. */
import { render } from 'lit-html';
import { apiClient } from './api-client.ts';
import { conversationActions } from './conversation.ts';
import type { Conversation, Screen } from './conversation-state.ts';
import { helpActions } from './help-actions.ts';
import { keep, readKept } from './kept.ts';
import { lazyModules } from './lazy-modules.ts';
import { type Locale, localeFor, translator } from './strings.ts';
import css from './style.css';
import { typeAheadActions } from './type-ahead-actions.ts';
import { chat } from './view/chat.ts';
import type { View } from './view/parts.ts';

/** Where this script came from: the API and the lazy modules lie beside it, unless the `api` attribute says otherwise. */
const HOME = new URL(
  '.',
  document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href,
).href.replace(/assets\/$/, '');

/** One sheet for all elements of the page; a constructed sheet needs no permission of a content security policy. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/**
 * A chat that answers questions about eSIMs. Attributes: `locale`, `api`, `inline`, `open`, `languages="off"`.
 * Events: `message`, `answer`, `handoff`, `feedback`, `locale`. Methods: `open()`, `close()`, `ask(text)`, `clear()`.
 */
export class SimtolkChat extends HTMLElement {
  static readonly observedAttributes = ['locale', 'inline', 'open', 'languages'];

  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #state: Conversation & Screen = { ...EMPTY, messages: [] };
  #view: Omit<View, 't' | 'locale' | 'isInline' | 'hasLanguages'> | undefined;

  connectedCallback(): void {
    this.#root.adoptedStyleSheets = [sheet];
    Object.assign(this.#state, readKept(), { isOpen: this.hasAttribute('open') });
    this.#view ??= this.#wire();
    window.addEventListener('online', this.#retry);
    this.#draw();
  }

  disconnectedCallback(): void {
    window.removeEventListener('online', this.#retry);
  }

  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    if (name === 'open') this.#state.isOpen = value !== null;
    if (name === 'locale') this.#state.locale = undefined;
    if (this.#view) this.#draw();
  }

  /** The locale that is shown: what the visitor chose, the attribute, the page's language, or the browser's. */
  get locale(): Locale {
    const tags = [
      this.#state.locale,
      this.getAttribute('locale'),
      document.documentElement.lang,
      ...navigator.languages,
    ];
    return tags.map(localeFor).find((locale) => locale !== undefined) ?? 'en';
  }

  set locale(tag: string) {
    this.setAttribute('locale', tag);
  }

  /** Opens the panel and puts the cursor where the question goes. */
  open(): void {
    this.toggleAttribute('open', true);
    this.#root.querySelector('textarea')?.focus();
  }

  /** Closes the panel; the conversation stays. */
  close(): void {
    this.toggleAttribute('open', false);
    this.#root.querySelector<HTMLElement>('.launcher')?.focus();
  }

  /** Asks a question, as if the visitor had typed it; resolves when the reply is shown. Empty text does nothing. */
  async ask(text: string): Promise<void> {
    if (!this.hasAttribute('inline')) this.open();
    await this.#view?.ask(String(text));
  }

  /** Puts text where the question is typed, without sending it. */
  draft(text: string): void {
    this.#state.draft = String(text);
    this.#draw();
  }

  /** Deletes the conversation here and on the server. */
  async clear(): Promise<void> {
    await this.#view?.clear();
  }

  #wire() {
    const api = apiClient((this.getAttribute('api') ?? HOME).replace(/\/$/, ''));
    const { typeAhead, browserAnswers } = lazyModules(HOME);
    const changed = (isKept = false) => {
      if (isKept) keep(this.#state);
      this.#draw();
      if (isKept) this.#showLatest();
    };
    const emit = (name: string, detail: unknown) =>
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    const around = {
      ...{ api, emit, changed, browserAnswers },
      state: this.#state,
      locale: () => this.locale,
      t: () => translator(this.locale),
    };
    return {
      ...conversationActions(around),
      ...helpActions(around),
      ...typeAheadActions(around, typeAhead),
      changed,
      state: this.#state,
      close: () => this.close(),
      chooseLocale: (locale: Locale) => {
        Object.assign(this.#state, { locale, group: undefined });
        changed(true);
        emit('locale', { locale });
      },
      addressOf: (id: string, locale: Locale) => `${HOME}faq/${locale.toLowerCase()}/${id}/`,
    };
  }

  #draw(): void {
    const { locale } = this;
    if (!this.#view) return;
    // Not the host's `lang`: that belongs to the page.
    const view: View = {
      ...this.#view,
      locale,
      t: translator(locale),
      isInline: this.hasAttribute('inline'),
      hasLanguages: this.getAttribute('languages') !== 'off',
    };
    render(
      chat(view, () => this.open()),
      this.#root,
    );
    this.#root.querySelector('.panel, .launcher')?.setAttribute('lang', locale);
    const input = this.#root.querySelector<HTMLTextAreaElement>('.composer textarea');
    // Only when it differs: a write would disturb an input method that composes.
    if (input && input.value !== this.#state.draft) input.value = this.#state.draft;
  }

  /** Brings the start of the newest message into view: an answer is read from its beginning. */
  #showLatest(): void {
    const log = this.#root.querySelector('.scroller');
    const latest =
      this.#root.querySelector<HTMLElement>('.scroller > .request, .scroller > .failed, .scroller > .thinking') ??
      this.#root.querySelector<HTMLElement>('.scroller > ol > li:last-child');
    if (log && latest) log.scrollTop = latest.offsetTop - log.clientHeight * PEEK;
  }

  readonly #retry = (): void => {
    const { failed } = this.#state;
    if (failed) this.#view?.ask(failed.text, true);
  };
}

/** How much of the height stays for the message before, so that the question of an answer is still seen. */
const PEEK = 0.18;

const EMPTY = {
  ...{ isOpen: false, isThinking: false, isDegraded: false },
  ...{ draft: '', status: '', matching: [], marked: -1 },
} as const;

// Two script tags, or two versions, on one page: the first one stays.
if (!customElements.get('simtolk-chat')) customElements.define('simtolk-chat', SimtolkChat);
