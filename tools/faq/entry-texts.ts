/** Lists the texts of an entry, so that checks, hashes and sheets walk them in one order. */
import { type EntryFile, WRITTEN_LOCALES, type WrittenLocale } from '../../functions/catalogue/content.ts';
import type { ValuePath } from './positions.ts';

export interface EntryText {
  /** The field without its language: `answer`, `steps`, `operators.kpn`, `links.0.title`. */
  readonly field: string;
  readonly locale: WrittenLocale;
  readonly text: string;
  readonly path: ValuePath;
}

/** Returns every text of the entry, field by field, the languages of a field together. */
export function entryTexts(entry: EntryFile): readonly EntryText[] {
  const texts: EntryText[] = [];
  const add = (path: ValuePath, value: Readonly<Record<WrittenLocale, string>>) => {
    for (const locale of WRITTEN_LOCALES) {
      texts.push({ field: path.join('.'), locale, text: value[locale], path: [...path, locale] });
    }
  };
  add(['question'], entry.question);
  add(['answer'], entry.answer);
  for (const locale of WRITTEN_LOCALES) {
    entry.steps?.[locale].forEach((text, at) => {
      texts.push({ field: 'steps', locale, text, path: ['steps', locale, at] });
    });
  }
  if (entry.otherwise) add(['otherwise'], entry.otherwise);
  for (const kind of ['operators', 'devices'] as const) {
    for (const [id, note] of Object.entries(entry[kind] ?? {})) add([kind, id], note);
  }
  entry.links.forEach(({ title }, at) => {
    add(['links', at, 'title'], title);
  });
  return texts;
}
