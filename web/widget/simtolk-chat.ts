/** The custom element `<simtolk-chat>`: its attributes, properties, methods and events. How it works is elsewhere. */
import { render } from 'lit-html';
import type { Conversation, Screen } from './conversation-state.ts';
import { keep, readKept } from './kept.ts';
import type { SimtolkChatElement } from './simtolk-chat-element.ts';
import { type Locale, localeFor, translator } from './strings.ts';
import css from './style.css';
import { chat } from './view/chat.ts';
import { type Wired, wire } from './wire.ts';

/** Where this script came from: the API and the lazy modules lie beside it, unless the `api` attribute says otherwise. */
const HOME = new URL(
  '.',
  document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href,
).href.replace(/assets\/$/, '');

/** One sheet for all elements of the page; a constructed sheet needs no permission of a content security policy. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** A chat that answers questions about eSIMs; `docs/widget.md` tells what a page may do with it. */
export class SimtolkChat extends HTMLElement implements SimtolkChatElement {
  static readonly observedAttributes = ['locale', 'inline', 'open', 'languages'];

  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #state: Conversation & Screen = { ...EMPTY, messages: [] };
  #wired: Wired | undefined;

  connectedCallback(): void {
    this.#root.adoptedStyleSheets = [sheet];
    this.#takeEarlyProperties();
    Object.assign(this.#state, readKept(this.#key), { isOpen: this.hasAttribute('open') });
    this.#wired ??= wire({
      ...{ host: this, root: this.#root, state: this.#state, home: HOME },
      draw: () => this.#draw(),
      keep: () => keep(this.#key, this.#state),
    });
    window.addEventListener('online', this.#retry);
    this.#draw();
  }

  disconnectedCallback(): void {
    window.removeEventListener('online', this.#retry);
  }

  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    if (name === 'open') this.#state.isOpen = value !== null;
    if (name === 'locale') Object.assign(this.#state, { locale: undefined, group: undefined, matching: [] });
    this.#draw();
  }

  /** What the visitor chose, the attribute, the page's language, or the browser's. */
  get locale(): Locale {
    const said = [this.#state.locale, this.getAttribute('locale'), document.documentElement.lang];
    const known = said.map(localeFor).find((locale) => locale !== undefined);
    // Asked last, since a browser takes its time to tell.
    return known ?? navigator.languages.map(localeFor).find((locale) => locale !== undefined) ?? 'en';
  }

  set locale(tag: string) {
    this.setAttribute('locale', tag);
  }

  get inline(): boolean {
    return this.hasAttribute('inline');
  }

  set inline(isInline: boolean) {
    this.toggleAttribute('inline', isInline);
  }

  get theme(): 'light' | 'dark' | '' {
    const theme = this.getAttribute('theme');
    return theme === 'light' || theme === 'dark' ? theme : '';
  }

  set theme(theme: string) {
    this.setAttribute('theme', theme);
  }

  get api(): string {
    return this.getAttribute('api') ?? HOME;
  }

  set api(base: string) {
    this.setAttribute('api', base);
  }

  get isOpen(): boolean {
    return this.inline || this.#state.isOpen;
  }

  get conversationId(): string | undefined {
    return this.#state.conversationId;
  }

  open(): void {
    this.toggleAttribute('open', true);
    this.#root.querySelector('textarea')?.focus();
  }

  close(): void {
    this.toggleAttribute('open', false);
    this.#root.querySelector<HTMLElement>('.launcher')?.focus();
  }

  async ask(text: string): Promise<void> {
    if (!this.inline) this.open();
    await this.#wired?.ask(String(text));
  }

  draft(text: string): void {
    this.#state.draft = String(text);
    this.#draw();
  }

  async clear(): Promise<void> {
    await this.#wired?.clear();
  }

  #draw(): void {
    const { locale } = this;
    if (!this.#wired) return;
    const hadFocus = this.#root.activeElement !== null;
    const view = {
      ...this.#wired,
      locale,
      t: translator(locale),
      isInline: this.inline,
      hasLanguages: this.getAttribute('languages') !== 'off',
    };
    render(
      chat(view, () => this.open()),
      this.#root,
    );
    // Not the host's `lang`: that belongs to the page.
    this.#root.querySelector('.panel, .launcher')?.setAttribute('lang', locale);
    // What had the focus may be gone, such as a question that was picked: the keyboard goes on in the conversation.
    if (hadFocus && !this.#root.activeElement)
      this.#root.querySelector<HTMLElement>('.scroller')?.focus({ preventScroll: true });
    const input = this.#root.querySelector<HTMLTextAreaElement>('.composer textarea');
    // Only when it differs: a write would disturb an input method that composes.
    if (input && input.value !== this.#state.draft) input.value = this.#state.draft;
  }

  /** Conversations of elements with an id of their own are kept apart. */
  get #key(): string {
    return `simtolk${this.id && `:${this.id}`}`;
  }

  /** What a page set before this script ran hides the accessors: it is set again through them. */
  #takeEarlyProperties(): void {
    for (const name of ['locale', 'inline', 'theme', 'api']) {
      const early = Object.getOwnPropertyDescriptor(this, name);
      if (early && Reflect.deleteProperty(this, name)) Reflect.set(this, name, early.value);
    }
  }

  readonly #retry = (): void => {
    const { failed } = this.#state;
    if (failed) this.#wired?.ask(failed.text, true);
  };
}

const EMPTY = {
  ...{ isOpen: false, isThinking: false, isDegraded: false },
  ...{ draft: '', status: '', matching: [], marked: -1 },
} as const;

// Two script tags, or two versions, on one page: the first one stays.
if (!customElements.get('simtolk-chat')) customElements.define('simtolk-chat', SimtolkChat);
