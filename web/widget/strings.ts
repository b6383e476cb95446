/** What the widget says, per locale; the build keeps only these sections of `locales/`. */
import en from '../../locales/en/strings.json' with { type: 'json' };
import nl from '../../locales/nl/strings.json' with { type: 'json' };
import zh from '../../locales/zh/strings.json' with { type: 'json' };
import zhHant from '../../locales/zh-Hant/strings.json' with { type: 'json' };
import { isTraditional } from '../is-traditional.ts';

const STRINGS = { zh, 'zh-Hant': zhHant, en, nl } as const;
export type Locale = keyof typeof STRINGS;
export type StringKey = keyof (typeof en)['page']['chat'];
export type Group = keyof (typeof en)['group'];
export type Translate = (key: StringKey, values?: Readonly<Record<string, string | number>>) => string;

/** Each language by its own name, so that whoever reads it finds it. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  nl: 'Nederlands',
  zh: '简体中文',
  'zh-Hant': '繁體中文',
};
export const LOCALES = Object.keys(LANGUAGE_NAMES) as Locale[];

/** Returns the function that says things in the locale. */
export function translator(locale: Locale): Translate {
  const strings = STRINGS[locale].page.chat;
  return (key, values = {}) => strings[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Returns the groups of questions with their names. */
export function groupsIn(locale: Locale): [Group, string][] {
  return Object.entries(STRINGS[locale].group) as [Group, string][];
}

/** Returns the locale of ours that serves a BCP 47 tag, if any. */
export function localeFor(tag: string | null | undefined): Locale | undefined {
  if (!tag) return undefined;
  if (isTraditional(tag)) return 'zh-Hant';
  const language = tag.toLowerCase().split(/[-_]/)[0];
  return LOCALES.find((locale) => locale === language);
}
