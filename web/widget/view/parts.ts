/** What every part of the view is given. */
import type { ConversationActions } from '../conversation.ts';
import type { Conversation, Screen } from '../conversation-state.ts';
import type { HelpActions } from '../help-actions.ts';
import type { Locale, Translate } from '../strings.ts';

export interface View extends ConversationActions, HelpActions {
  readonly state: Conversation & Screen;
  readonly t: Translate;
  readonly locale: Locale;
  /** Draws again; `isKept` also keeps the conversation for the tab. */
  readonly changed: (isKept?: boolean) => void;
  readonly announce: (text: string) => void;
  readonly typed: (text: string) => void;
  readonly chooseLocale: (locale: Locale) => void;
  readonly close: () => void;
  /** Address of an entry's own page. */
  readonly addressOf: (id: string, locale: Locale) => string;
  readonly isInline: boolean;
  readonly hasLanguages: boolean;
}
