/** The turns of phrase that steer a conversation, per language: data in `locales/<language>/conversation.json`. */
import en from '../../locales/en/conversation.json' with { type: 'json' };
import nl from '../../locales/nl/conversation.json' with { type: 'json' };
import zh from '../../locales/zh/conversation.json' with { type: 'json' };

export interface LanguagePack {
  /** Ways to pick the first, second and third suggestion. */
  readonly picks: readonly (readonly string[])[];
  /** Ways to pick the last suggestion, however many there were. */
  readonly last: readonly string[];
  readonly noneOfThese: readonly string[];
  /** "That did not help", "why?": asks for more about the same entry. */
  readonly moreOfTheSame: readonly string[];
  /** What is said around any of these: "the second, please". */
  readonly fillers: readonly string[];
  /** Between two questions in one message. */
  readonly joints: readonly string[];
}

export const LANGUAGE_PACKS: Readonly<Record<string, LanguagePack>> = { zh, en, nl };
