/** Joins the actions on a conversation with the element that shows it. */
import { apiClient } from './api-client.ts';
import { conversationActions } from './conversation.ts';
import type { Conversation, Screen } from './conversation-state.ts';
import { helpActions } from './help-actions.ts';
import { lazyModules } from './lazy-modules.ts';
import { type Locale, translator } from './strings.ts';
import { typeAheadActions } from './type-ahead-actions.ts';
import type { View } from './view/parts.ts';

/** What stays the same from one drawing to the next. */
export type Wired = Omit<View, 't' | 'locale' | 'isInline' | 'hasLanguages'>;

export interface Shown {
  readonly host: HTMLElement & { readonly locale: Locale; readonly api: string; close(): void };
  readonly root: ShadowRoot;
  readonly state: Conversation & Screen;
  /** The folder that the widget's script came from. */
  readonly home: string;
  readonly draw: () => void;
  readonly keep: () => void;
}

const STATUS_MS = 5000;
/** How much of the height stays for the message before, so that the question of an answer is still seen. */
const PEEK = 0.18;
const NEWEST = ['.request', '.failed', '.thinking', 'ol > li:last-child'];

/** Returns the actions, wired to the element. */
export function wire({ host, root, state, home, draw, keep }: Shown): Wired {
  const { typeAhead, browserAnswers } = lazyModules(home);
  const changed = (isKept = false) => {
    if (isKept) keep();
    draw();
    showLatest();
  };
  let latest: HTMLElement | undefined;
  /** Brings the start of a new message into view, once: an answer is read from its beginning, and ticked further down. */
  const showLatest = () => {
    const log = root.querySelector<HTMLElement>('.scroller');
    const found = log && NEWEST.map((selector) => log.querySelector<HTMLElement>(selector)).find((one) => one !== null);
    if (log && found && found !== latest) log.scrollTop = found.offsetTop - log.clientHeight * PEEK;
    latest = found ?? undefined;
  };
  let fading: ReturnType<typeof setTimeout> | undefined;
  const announce = (status: string) => {
    clearTimeout(fading);
    if (status) fading = setTimeout(announce, STATUS_MS, '');
    state.status = status;
    draw();
  };
  const emit = (name: string, detail: unknown) =>
    host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  const around = {
    ...{ emit, changed, announce, browserAnswers, state },
    api: apiClient(host.api.replace(/\/$/, '')),
    locale: () => host.locale,
    t: () => translator(host.locale),
    focus: (selector: string) => root.querySelector<HTMLElement>(selector)?.focus(),
  };
  return {
    ...conversationActions(around),
    ...helpActions(around),
    ...typeAheadActions(around, typeAhead),
    ...{ changed, announce, state },
    close: () => host.close(),
    chooseLocale: (locale: Locale) => {
      Object.assign(state, { locale, group: undefined });
      changed(true);
      emit('locale', { locale });
    },
    addressOf: (id: string, locale: Locale) => `${home}faq/${locale.toLowerCase()}/${id}/`,
  };
}
