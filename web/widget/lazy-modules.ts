/** Parts that most visitors never need, loaded from the widget's own place when they do. */
import type { PreviousTurn } from '../../functions/conversation/understand.ts';
import type { Answer, EntryList } from './api-client.ts';
import type { Locale } from './strings.ts';

export interface CopyQuestion {
  readonly text: string;
  /** The locale the visitor chose, if any. */
  readonly asked: Locale | undefined;
  readonly pageLocale: Locale;
  /** What the turn before left behind, if the copy answered it too. */
  readonly previous: PreviousTurn | undefined;
}

export interface BrowserAnswers {
  /** Answers from the copy of the catalogue. It remembers nothing: several chats may ask it. */
  answer(question: CopyQuestion): Promise<{ readonly reply: Answer; readonly memory: PreviousTurn }>;
}

export interface TypeAhead {
  /** Returns a function that finds the questions that match what is typed so far, best first. */
  questionFinder(
    entries: EntryList['entries'],
    locale: Locale,
  ): (typed: string) => readonly { readonly id: string; readonly question: string }[];
}

/** Names of the built modules, filled in by the build. */
declare const TYPE_AHEAD_FILE: string;
declare const BROWSER_ANSWERS_FILE: string;

/** Returns the loaders; `base` is the folder that the widget's own script came from. */
export function lazyModules(base: string) {
  return {
    typeAhead: (): Promise<TypeAhead> => import(base + TYPE_AHEAD_FILE),
    browserAnswers: (): Promise<BrowserAnswers> => import(base + BROWSER_ANSWERS_FILE),
  };
}
