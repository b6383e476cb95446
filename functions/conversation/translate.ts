/** Every string the bot says, by i18next. */
import { createInstance, type TFunction } from 'i18next';
import en from '../../locales/en/strings.json' with { type: 'json' };
import nl from '../../locales/nl/strings.json' with { type: 'json' };
import zh from '../../locales/zh/strings.json' with { type: 'json' };
import zhHant from '../../locales/zh-Hant/strings.json' with { type: 'json' };
import type { Locale } from '../catalogue/catalogue.ts';

export type Translate = TFunction;

const instance = createInstance();
await instance.init({
  lng: 'en',
  fallbackLng: false,
  resources: {
    zh: { translation: zh },
    'zh-Hant': { translation: zhHant },
    en: { translation: en },
    nl: { translation: nl },
  },
  // The strings are shown as text, never as HTML.
  interpolation: { escapeValue: false },
});

const translators: Readonly<Record<Locale, Translate>> = {
  zh: instance.getFixedT('zh'),
  'zh-Hant': instance.getFixedT('zh-Hant'),
  en: instance.getFixedT('en'),
  nl: instance.getFixedT('nl'),
};

/** Returns the function that says things in the locale. */
export function translatorFor(locale: Locale): Translate {
  return translators[locale];
}
