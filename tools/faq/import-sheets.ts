/** Turns sheets back into content files. Everything is checked before anything is returned. */
import type { ContentFile } from '../../functions/catalogue/parse.ts';
import { parseContent } from '../../functions/catalogue/parse.ts';
import { importEntries } from './import-entries.ts';
import { importPhrasings } from './import-phrasings.ts';
import { type Sheet, SheetError, type SheetProblem } from './sheet.ts';

/**
 * Returns the files that the sheets change, with their new text; entries that no sheet names stay as they are. Throws a
 * SheetError that names sheet, row and column of every fault.
 */
export function importSheets(sheets: readonly Sheet[], files: readonly ContentFile[]): readonly ContentFile[] {
  const content = parseContent(files);
  const problems: SheetProblem[] = [];
  const changes = sheets.flatMap((sheet) => {
    const run = sheet.name === 'entries' ? importEntries : importPhrasings;
    return run(sheet.rows, { content, files, problems });
  });
  if (problems.length > 0) throw new SheetError(problems);
  // What is written must be content again, whole.
  const changed = new Map(changes.map(({ path, text }) => [path, text]));
  parseContent(files.map(({ path, text }) => ({ path, text: changed.get(path) ?? text })));
  return changes;
}
