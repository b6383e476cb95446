/** Tells whether a translation was checked against what the other languages say now. */
import { createHash } from 'node:crypto';
import { type EntryFile, WRITTEN_LOCALES, type WrittenLocale } from '../../functions/catalogue/content.ts';
import { entryTexts } from './entry-texts.ts';

/** Hexadecimal digits kept: enough to notice a change, short enough to read in a diff. */
const SIGNATURE_LENGTH = 8;

export type Signatures = Readonly<Record<WrittenLocale, string>>;

/** Returns for each language the hash of the texts in the other languages. */
export function signaturesOf(entry: EntryFile): Signatures {
  const texts = entryTexts(entry);
  const sign = (locale: WrittenLocale) => {
    const others = texts.filter((text) => text.locale !== locale).map(({ path, text }) => [path, text]);
    return createHash('sha256').update(JSON.stringify(others)).digest('hex').slice(0, SIGNATURE_LENGTH);
  };
  return { zh: sign('zh'), en: sign('en'), nl: sign('nl') };
}

/** Returns the languages that were not checked since another language changed. */
export function staleLocales(entry: EntryFile): readonly WrittenLocale[] {
  const now = signaturesOf(entry);
  return WRITTEN_LOCALES.filter((locale) => entry.checked?.[locale] !== now[locale]);
}
