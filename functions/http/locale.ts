/** Negotiates locales by RFC 4647: what the visitor asks for, then what the browser accepts. */
import { match } from '@formatjs/intl-localematcher';
import Negotiator from 'negotiator';
import { LOCALES, type Locale } from '../catalogue/catalogue.ts';

/** What the library is told we have: it must know which Chinese is which. */
const AVAILABLE = { 'zh-Hans': 'zh', 'zh-Hant': 'zh-Hant', en: 'en', nl: 'nl' } as const satisfies Record<
  string,
  Locale
>;
const NOTHING = 'und';
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
  const exact = LOCALES.find((locale) => locale === tags[0]);
  if (exact) return exact;
  try {
    const canonical = tags.flatMap((tag) => Intl.getCanonicalLocales(tag));
    const found = match(canonical, Object.keys(AVAILABLE), NOTHING);
    return found === NOTHING ? undefined : AVAILABLE[found as keyof typeof AVAILABLE];
  } catch {
    // Not a language tag at all, such as 5,000 letters: nothing serves it.
    return undefined;
  }
}
