/** Negotiates locales by RFC 4647: what the visitor asks for, then what the browser accepts. */
import Negotiator from 'negotiator';
import { LOCALES, type Locale } from '../catalogue/catalogue.ts';

const LONGEST_HEADER = 500;
export const DEFAULT_LOCALE: Locale = 'en';

/** Returns the locale that serves a BCP 47 tag (`zh-TW`, `nl-BE`), or undefined when none does or it is no tag. */
export function negotiateLocale(tag: string): Locale | undefined {
  return best([tag]);
}

/** Browsers send few different headers, and matching one takes as long as finding an answer: what it gave is kept. */
const MOST_KNOWN = 1000;
const known = new Map<string, Locale>();

/** Returns the locale that serves an Accept-Language header best, English when none does. */
export function acceptedLocale(header: string | undefined): Locale {
  if (!header || header.length > LONGEST_HEADER) return DEFAULT_LOCALE;
  const kept = known.get(header);
  if (kept) return kept;
  const wanted = new Negotiator({ headers: { 'accept-language': header } }).languages().filter((tag) => tag !== '*');
  const locale = best(wanted) ?? DEFAULT_LOCALE;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(header, locale);
  return locale;
}

function best(tags: readonly string[]): Locale | undefined {
  for (const tag of tags) {
    const locale = LOCALES.find((one) => one === tag) ?? likely(tag);
    if (locale) return locale;
  }
  return undefined;
}

/** Languages whose speakers read one of ours (CLDR, language matching). */
const READ_AS: Readonly<Record<string, string>> = { yue: 'zh', wuu: 'zh', hak: 'zh', nan: 'zh', fy: 'nl', li: 'nl' };

/** Which Chinese a tag means is told by its likely script (`zh-HK` is written in `Hant`: CLDR, likely subtags). */
function likely(tag: string): Locale | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    const read = READ_AS[language] ?? language;
    return LOCALES.find((one) => one === `${read}-${script}`) ?? LOCALES.find((one) => one === read);
  } catch {
    // Not a language tag at all, such as 5,000 letters: nothing serves it.
    return undefined;
  }
}
