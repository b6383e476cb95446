/** Makes the published catalogue from parsed content: the derived locale added, names of operators and phones prepared. */
import { normalise } from '../matching/normalise.ts';
import type { Locale, PublishedCatalogue, StoredEntry, StoredSlots } from './catalogue.ts';
import { type Content, type EntryFile, WRITTEN_LOCALES, type WrittenLocale } from './content.ts';
import { publicHolidays } from './holidays.ts';
import { traditionalWriter } from './traditional.ts';

type Written<T> = Readonly<Record<WrittenLocale, T>>;
type Localized<T> = Record<Locale, T>;

/**
 * Returns the catalogue that the content describes. `terms` are the Traditional words of this field; holidays are
 * listed from `year` on.
 */
export function compileCatalogue(
  content: Content,
  terms: ReadonlyMap<string, string>,
  year: number,
): PublishedCatalogue {
  const traditional = traditionalWriter(terms);
  const text = ({ zh, en, nl }: Written<string>): Localized<string> => ({ zh, 'zh-Hant': traditional(zh), en, nl });
  const list = ({ zh, en, nl }: Written<string[]>): Localized<string[]> => ({
    zh,
    'zh-Hant': zh.map(traditional),
    en,
    nl,
  });
  const notes = (record: Readonly<Record<string, Written<string>>> = {}) =>
    Object.fromEntries(Object.entries(record).map(([id, note]) => [id, text(note)]));
  const compileEntry = (id: string, entry: EntryFile & { group: string }): StoredEntry => ({
    id,
    group: entry.group,
    updated: entry.reviewed,
    question: text(entry.question),
    answer: text(entry.answer),
    ...(entry.steps && { steps: list(entry.steps) }),
    ...(entry.otherwise && { otherwise: text(entry.otherwise) }),
    operators: notes(entry.operators),
    devices: notes(entry.devices),
    related: entry.related,
    links: entry.links.map(({ url, title }) => ({ url, title: text(title) })),
    sources: entry.sources.map((source) => content.sources[source] ?? source),
  });
  const { channels, holidays, ...support } = content.support;
  return {
    entries: [...content.entries].map(([id, entry]) => compileEntry(id, entry)),
    support: {
      ...support,
      holidays: publicHolidays(holidays, year),
      channels: channels.map((channel) => ({ ...channel, name: text(channel.name) })),
      operators: Object.entries(content.operators).map(([id, { names: _, note, ...operator }]) => ({
        id,
        ...operator,
        ...(note && { note: text(note) }),
      })),
    },
    slots: { operators: slots(content.operators, traditional), devices: slots(content.devices, traditional) },
  };
}

function slots(
  named: Readonly<Record<string, { name: string; names: Written<string[]> }>>,
  traditional: (text: string) => string,
): StoredSlots['operators'] {
  return Object.entries(named).map(([id, { name, names }]) => {
    // Not the name itself: Ben, Simpel and Watch are words of every day too, and their editors list how they are spoken of.
    const all = [...WRITTEN_LOCALES.flatMap((locale) => names[locale]), ...names.zh.map(traditional)];
    const mentions = [...new Set(all.map((mention) => normalise(mention, new Map())))];
    return { id, name, mentions: mentions.sort((a, b) => b.length - a.length) };
  });
}
