/** Reads the sheet of entries. */
import { isDeepStrictEqual } from 'node:util';
import { parseDocument } from 'yaml';
import { type Content, type EntryFile, entryFile } from '../../functions/catalogue/content.ts';
import type { ContentFile } from '../../functions/catalogue/parse.ts';
import { entryFromRows } from './entry-from-rows.ts';
import { columnLabel, type SheetProblem, type SheetRow } from './sheet.ts';

export interface ImportContext {
  readonly content: Content;
  readonly files: readonly ContentFile[];
  /** Faults are added here. */
  readonly problems: SheetProblem[];
}

/** Returns the entry files that the rows change, their comments and the order of their fields kept. */
export function importEntries(rows: readonly SheetRow[], context: ImportContext): readonly ContentFile[] {
  const { content, files, problems } = context;
  const byId = new Map<string, SheetRow[]>();
  for (const row of rows) byId.set(row.cells.id ?? '', [...(byId.get(row.cells.id ?? '') ?? []), row]);
  return [...byId].flatMap(([id, own]): ContentFile[] => {
    const before = content.entries.get(id);
    const report = (row: number, column: string, message: string) =>
      problems.push({ sheet: 'entries', row, column: columnLabel('entries', column), message });
    if (!before) {
      const message = `there is no entry ${id || 'without an id'}; npm run faq:new makes one`;
      for (const { number } of own) report(number, 'id', message);
      return [];
    }
    const { group, checked, ...known } = before;
    const read = entryFromRows(own, report);
    if (!read || isDeepStrictEqual(read, known)) return [];
    const path = `${group}/${id}.yaml`;
    const text = files.find((file) => file.path === path)?.text ?? '';
    return [{ path, text: editedText(text, known, read) }];
  });
}

type Plain = Omit<EntryFile, 'checked'>;

/** Only what changed is set, so that a diff shows little more: a link written over several lines comes out on one. */
function editedText(text: string, before: Plain, after: Plain): string {
  const document = parseDocument(text);
  const edit = (path: readonly (string | number)[], from: unknown, to: unknown): void => {
    if (isDeepStrictEqual(from, to)) return;
    if (to === undefined) document.deleteIn(path);
    else if (isMap(from) && isMap(to)) {
      for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) edit([...path, key], from[key], to[key]);
    } else if (Array.isArray(from) && Array.isArray(to) && from.length === to.length) {
      for (const [at, value] of to.entries()) edit([...path, at], from[at], value);
    } else document.setIn(path, typeof to === 'string' ? to : document.createNode(to));
  };
  edit([], before, after);
  const edited = document.toString({ lineWidth: 0 }).replace(/^(related|sources): \[ (.*) \]$/gm, '$1: [$2]');
  const { checked: _, ...reread } = entryFile.parse(parseDocument(edited).toJS());
  if (!isDeepStrictEqual(reread, after))
    throw new Error(`The edit of ${before.question.en} did not hold; nothing was written.`);
  return edited;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
