/** Reads the sheet of phrasings. */
import { stringify } from 'yaml';
import { WRITTEN_LOCALES } from '../../functions/catalogue/content.ts';
import type { ContentFile } from '../../functions/catalogue/parse.ts';
import { phrasingsPath, walkPhrasings } from './check-phrasings.ts';
import type { ImportContext } from './import-entries.ts';
import { columnLabel, type SheetRow } from './sheet.ts';

type Voices = Record<string, string[]>;
const VOICE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Returns the phrasings files that the rows change. An id in the sheet brings all its phrasings: a row less is one less. */
export function importPhrasings(rows: readonly SheetRow[], context: ImportContext): readonly ContentFile[] {
  const { content, files } = context;
  const read = new Map<string, Record<string, Voices>>();
  for (const row of rows) {
    const { id = '', language = '', voice = '', text = '' } = row.cells;
    if (!isSound(row, context)) continue;
    const file = read.get(id) ?? { zh: {}, en: {}, nl: {} };
    const voices = file[language] ?? {};
    voices[voice] = [...(voices[voice] ?? []), text.trim()];
    read.set(id, file);
  }
  return [...read].flatMap(([id, file]): ContentFile[] => {
    const before = content.phrasings.get(id);
    if (!before || listed(file) === listed(before)) return [];
    const path = phrasingsPath(id, content);
    const head = files.find((one) => one.path === path)?.text.match(/^(?:#.*\n)*/)?.[0] ?? '';
    return [{ path, text: head + stringify(file, { lineWidth: 0 }) }];
  });
}

function isSound({ number, cells }: SheetRow, { content, problems }: ImportContext): boolean {
  const before = problems.length;
  const report = (column: string, message: string) =>
    problems.push({ sheet: 'phrasings', row: number, column: columnLabel('phrasings', column), message });
  if (!content.phrasings.has(cells.id ?? '')) report('id', `there is no entry ${cells.id || 'without an id'}`);
  if (!WRITTEN_LOCALES.some((locale) => locale === cells.language))
    report('language', `write ${WRITTEN_LOCALES.join(', ')}, not "${cells.language}"`);
  if (!VOICE.test(cells.voice ?? '')) report('voice', 'write a name in small letters, digits and hyphens');
  if (cells.text?.trim() === '') report('text', 'the text is empty: write one, or remove the row');
  return problems.length === before;
}

function listed(file: Parameters<typeof walkPhrasings>[0] | Record<string, Voices>): string {
  const { zh = {}, en = {}, nl = {} } = file;
  return JSON.stringify([...walkPhrasings({ zh, en, nl })].map(({ locale, voice, text }) => [locale, voice, text]));
}
