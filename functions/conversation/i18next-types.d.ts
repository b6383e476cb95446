/** Makes an unknown string key, or one missing in English, a type error. */
import type maintainers from '../../locales/en/maintainers.json';
import type en from '../../locales/en/strings.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en; maintainers: typeof maintainers };
  }
}
