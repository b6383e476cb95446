/** What the maintainers' page says, by i18next; the build keeps only these sections of the visitors' strings. */
import { createInstance } from 'i18next';
import enOwn from '../../locales/en/maintainers.json' with { type: 'json' };
import en from '../../locales/en/strings.json' with { type: 'json' };
import nlOwn from '../../locales/nl/maintainers.json' with { type: 'json' };
import nl from '../../locales/nl/strings.json' with { type: 'json' };
import zhOwn from '../../locales/zh/maintainers.json' with { type: 'json' };
import zh from '../../locales/zh/strings.json' with { type: 'json' };
import zhHantOwn from '../../locales/zh-Hant/maintainers.json' with { type: 'json' };
import zhHant from '../../locales/zh-Hant/strings.json' with { type: 'json' };

const RESOURCES = {
  en: { maintainers: enOwn, translation: en },
  nl: { maintainers: nlOwn, translation: nl },
  zh: { maintainers: zhOwn, translation: zh },
  'zh-Hant': { maintainers: zhHantOwn, translation: zhHant },
} as const;
export type Locale = keyof typeof RESOURCES;
export const LOCALES = Object.keys(RESOURCES) as Locale[];

const instance = createInstance();
await instance.init({
  lng: 'en',
  fallbackLng: false,
  resources: RESOURCES,
  // The strings are shown as text, never as HTML.
  interpolation: { escapeValue: false },
});

/** Returns the function that says things in the locale: the page's own, and with `ns: 'translation'` the visitors'. */
export function translatorFor(locale: Locale) {
  return instance.getFixedT(locale, ['maintainers', 'translation']);
}
export type Translate = ReturnType<typeof translatorFor>;

const KINDS = ['answer', 'suggestions', 'fallback', 'handoff', 'smalltalk'] as const;
const GROUPS = ['basics', 'choosing', 'buying', 'activation', 'using', 'account', 'changing', 'support'] as const;

/** Returns the kinds of reply with their names, in the order in which they are shown. */
export function kindsIn(t: Translate): readonly (readonly [kind: string, name: string])[] {
  return KINDS.map((kind) => [kind, t(`translation:report.kind.${kind}`)] as const);
}

/** Returns the name of a language as the reader calls it. */
export function languageName(locale: string, t: Translate): string {
  const known = LOCALES.find((one) => one === locale);
  return known ? t(`translation:language.${known}`) : t('translation:report.otherLanguage');
}

/** Returns the name of a topic: a group of entries, or a kind of reply. */
export function topicName(topic: string, t: Translate): string {
  const group = GROUPS.find((one) => one === topic);
  if (group) return t(`translation:group.${group}`);
  const kind = KINDS.find((one) => one === topic);
  return kind ? t(`translation:report.kind.${kind}`) : topic;
}
