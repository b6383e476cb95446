/** What the product knows of each language it speaks; a further language is added here and in `locales/` as data. */
import { newStemmer } from 'snowball-stemmers';

/** Snowball algorithm by language; a language that is absent is not stemmed. Words inside Chinese text are mostly English. */
const STEMMERS = { en: newStemmer('english'), nl: newStemmer('dutch'), zh: newStemmer('english') } as const;

/** Stems a lower-case word by the Snowball algorithm of its language (https://snowballstem.org). */
export function stem(word: string, locale: string): string {
  return locale in STEMMERS ? STEMMERS[locale as keyof typeof STEMMERS].stem(word) : word;
}

/** The Unicode script that belongs to one spoken language alone. */
export const SCRIPTS = { Han: 'zh' } as const;
