/** What the product knows of each language it speaks; a further language is added here and in `locales/` as data. */
import { newStemmer } from 'snowball-stemmers';

/** Snowball algorithm by language; a language that is absent is not stemmed. Words inside Chinese text are mostly English. */
const STEMMERS = { en: newStemmer('english'), nl: newStemmer('dutch'), zh: newStemmer('english') } as const;

/** People use few words: their stems are kept, since stemming took a tenth of a reply's time. */
const MOST_KNOWN = 5000;
/** No word of a question is as long, and a longer one would only fill the memory. */
const LONGEST_KNOWN = 40;
const known = new Map<string, Map<string, string>>();

/** Stems a lower-case word by the Snowball algorithm of its language (https://snowballstem.org). */
export function stem(word: string, locale: string): string {
  if (!(locale in STEMMERS)) return word;
  const stems = known.get(locale) ?? new Map<string, string>();
  const kept = stems.get(word);
  if (kept !== undefined) return kept;
  const result = STEMMERS[locale as keyof typeof STEMMERS].stem(word);
  if (word.length > LONGEST_KNOWN) return result;
  if (stems.size >= MOST_KNOWN) stems.clear();
  known.set(locale, stems.set(word, result));
  return result;
}

/** The Unicode script that belongs to one spoken language alone. */
export const SCRIPTS = { Han: 'zh' } as const;
