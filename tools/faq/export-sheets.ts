/** Writes content as sheets: one row per text or fact of an entry, one row per phrasing. */
import type { Content, EntryFile } from '../../functions/catalogue/content.ts';
import { walkPhrasings } from './check-phrasings.ts';
import { SHEETS, type Sheet, type SheetName, type SheetRow } from './sheet.ts';

/** Returns the sheets of the content. */
export function sheetsOf({ entries, phrasings }: Pick<Content, 'entries' | 'phrasings'>): readonly Sheet[] {
  const entryRows = [...entries].flatMap(([id, entry]) => entryCells(entry).map((cells) => ({ id, ...cells })));
  const phrasingRows = [...phrasings].flatMap(([id, file]) =>
    [...walkPhrasings(file)].map(({ locale, voice, text }) => ({ id, language: locale, voice, text })),
  );
  return [numbered('entries', entryRows), numbered('phrasings', phrasingRows)];
}

function numbered(name: SheetName, rows: readonly Readonly<Record<string, string>>[]): Sheet {
  const complete = (cells: Readonly<Record<string, string>>) =>
    Object.fromEntries(SHEETS[name].map((column) => [column, cells[column] ?? '']));
  // The head is row 1.
  return { name, rows: rows.map((cells, at): SheetRow => ({ number: at + 2, cells: complete(cells) })) };
}

type Cells = Readonly<Record<string, string>>;

/** List places count from 1. The signatures stay behind: they belong to the file, not to the translator. */
function entryCells(entry: EntryFile): readonly Cells[] {
  const { question, answer, steps, otherwise, operators, devices, links, related, sources, unverified, topic } = entry;
  const list = (field: string, values: readonly string[]) =>
    values.map((all, at): Cells => ({ field: `${field}.${at + 1}`, all }));
  const notes = (field: string, record: EntryFile['operators'] = {}) =>
    Object.entries(record).map(([id, note]): Cells => ({ field: `${field}.${id}`, ...note }));
  return [
    { field: 'question', ...question },
    { field: 'answer', ...answer },
    ...stepCells(steps),
    ...(otherwise ? [{ field: 'otherwise', ...otherwise }] : []),
    ...notes('operators', operators),
    ...notes('devices', devices),
    ...links.flatMap(({ url, title }, at): Cells[] => [
      { field: `links.${at + 1}.url`, all: url },
      { field: `links.${at + 1}.title`, ...title },
    ]),
    ...list('related', related),
    ...list('sources', sources),
    ...list('unverified', unverified),
    { field: 'topic.money', all: String(topic.money) },
    { field: 'topic.legal', all: String(topic.legal) },
    { field: 'reviewed', all: entry.reviewed },
  ];
}

function stepCells(steps: EntryFile['steps']): readonly Cells[] {
  if (!steps) return [];
  const count = Math.max(steps.zh.length, steps.en.length, steps.nl.length);
  return Array.from({ length: count }, (_, at) => ({
    field: `steps.${at + 1}`,
    zh: steps.zh[at] ?? '',
    en: steps.en[at] ?? '',
    nl: steps.nl[at] ?? '',
  }));
}
