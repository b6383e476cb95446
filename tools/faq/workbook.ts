/** Reads and writes sheets as files of a spreadsheet. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import ExcelJS from 'exceljs';
import {
  columnLabel,
  neutralised,
  neutralisedInCsv,
  restored,
  restoredFromCsv,
  SHEET_NAMES,
  SHEETS,
  type Sheet,
  SheetError,
  type SheetName,
} from './sheet.ts';

export const FORMATS = ['xlsx', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

const WIDE = 60;
const NARROW = 18;

/** Writes the sheets: one xlsx file, or one csv file per sheet. Resolves to the paths; `base` has no ending. */
export async function writeSheets(sheets: readonly Sheet[], base: string, format: Format): Promise<readonly string[]> {
  const workbook = new ExcelJS.Workbook();
  for (const sheet of sheets) addSheet(workbook, sheet, format === 'csv' ? neutralisedInCsv : neutralised);
  if (format === 'xlsx') {
    await workbook.xlsx.writeFile(`${base}.xlsx`);
    return [`${base}.xlsx`];
  }
  const paths: string[] = [];
  for (const { name } of sheets) {
    const path = `${base}-${name}.csv`;
    // Without the mark at its start, Excel does not read a csv file as UTF-8.
    await workbook.csv.writeFile(path, { sheetName: name, formatterOptions: { writeBOM: true }, map: String });
    paths.push(path);
  }
  return paths;
}

function addSheet(workbook: ExcelJS.Workbook, { name, rows }: Sheet, safe: (text: string) => string): void {
  const worksheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  const isText = (column: string) => ['zh', 'en', 'nl', 'text', 'all'].includes(column);
  worksheet.columns = SHEETS[name].map((column) => ({
    header: column,
    key: column,
    width: isText(column) ? WIDE : NARROW,
    // Text format: a phrasing "88" stays a text.
    style: { numFmt: '@', alignment: { wrapText: isText(column), vertical: 'top' } },
  }));
  for (const { cells } of rows) {
    worksheet.addRow(SHEETS[name].map((column) => safe(cells[column] ?? '')));
  }
}

/** Reads the sheets of a file that translators worked in. Rejects with a SheetError that names each unreadable cell. */
export async function readSheets(path: string): Promise<readonly Sheet[]> {
  const workbook = new ExcelJS.Workbook();
  const isCsv = path.toLowerCase().endsWith('.csv');
  if (isCsv) await readCsv(workbook, path);
  else await workbook.xlsx.readFile(path);
  const problems: SheetError['problems'][number][] = [];
  const sheets = workbook.worksheets.map((worksheet) =>
    readSheet(worksheet, problems, isCsv ? restoredFromCsv : restored),
  );
  if (problems.length > 0) throw new SheetError(problems);
  return sheets.filter((sheet) => sheet !== undefined);
}

async function readCsv(workbook: ExcelJS.Workbook, path: string): Promise<void> {
  const head = (await readFile(path, 'utf8')).split('\n', 1)[0] ?? '';
  // Dutch spreadsheets save with semicolons.
  const delimiter = [',', ';', '\t'].find((sign) => head.includes(sign)) ?? ',';
  const worksheet = await workbook.csv.read(createReadStream(path), {
    map: (value: unknown) => value,
    parserOptions: { delimiter, ignoreEmpty: false },
  });
  const columns = head
    .replace(/^\uFEFF/, '')
    .split(delimiter)
    .map((name) => name.trim().replace(/^"|"$/g, ''));
  worksheet.name =
    SHEET_NAMES.find((name) => SHEETS[name].every((column) => columns.includes(column))) ?? basename(path);
}

function readSheet(
  worksheet: ExcelJS.Worksheet,
  problems: SheetError['problems'][number][],
  asTyped: (cell: string) => string,
): Sheet | undefined {
  const name = SHEET_NAMES.find((known) => known === worksheet.name);
  const report = (row: number, column: string, message: string) =>
    problems.push({ sheet: worksheet.name, row, column: name ? columnLabel(name, column) : column, message });
  if (!name) {
    report(1, 'A', `no such sheet: sheets are ${SHEET_NAMES.join(' and ')}, with the columns of the export`);
    return undefined;
  }
  const places = headOf(worksheet, name, report);
  const rows: Sheet['rows'][number][] = [];
  worksheet.eachRow((row, number) => {
    if (number === 1) return;
    const cells = Object.fromEntries(
      SHEETS[name].map((column) => {
        const text = cellText(row.getCell(places.get(column) ?? 1).value);
        if (text === undefined)
          report(number, column, 'a formula, a date or an error, not a text: type the text itself');
        return [column, asTyped(text ?? '').replaceAll('\r\n', '\n')];
      }),
    );
    if (Object.values(cells).some((text) => text !== '')) rows.push({ number, cells });
  });
  return { name, rows };
}

function headOf(
  worksheet: ExcelJS.Worksheet,
  name: SheetName,
  report: (row: number, column: string, message: string) => void,
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  worksheet.getRow(1).eachCell((cell, at) => {
    places.set((cellText(cell.value) ?? '').trim(), at);
  });
  for (const column of SHEETS[name]) if (!places.has(column)) report(1, column, 'the column is missing');
  return places;
}

/** Returns the text of a cell, or undefined where the cell holds something that is not a text. */
function cellText(value: ExcelJS.CellValue): string | undefined {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return undefined;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return cellText(value.text);
  return undefined;
}
