import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { parseContent } from '../../functions/catalogue/parse.ts';
import { sheetsOf } from '../../tools/faq/export-sheets.ts';
import { importSheets } from '../../tools/faq/import-sheets.ts';
import { neutralised, restored, type Sheet } from '../../tools/faq/sheet.ts';
import { FORMATS, readSheets, writeSheets } from '../../tools/faq/workbook.ts';
import { exampleFiles } from './example-content.ts';
import { projectFiles } from './project-content.ts';

const folder = mkdtempSync(join(tmpdir(), 'simtolk-sheets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const example = exampleFiles();
const exported = () => sheetsOf(parseContent(example));

/** Returns the example's sheets with the cells of matching rows replaced. */
function withCells(name: string, match: Readonly<Record<string, string>>, cells: Readonly<Record<string, string>>) {
  const matches = (row: Sheet['rows'][number]) =>
    Object.entries(match).every(([key, value]) => row.cells[key] === value);
  const sheets = exported();
  if (!sheets.some((sheet) => sheet.name === name && sheet.rows.some(matches))) throw new Error('no such row');
  return sheets.map((sheet) =>
    sheet.name === name
      ? {
          ...sheet,
          rows: sheet.rows.map((row) => (matches(row) ? { ...row, cells: { ...row.cells, ...cells } } : row)),
        }
      : sheet,
  );
}

describe.each(FORMATS)('an export to %s', (format) => {
  it('holds all of the content: sheets that come back unchanged are the same to the letter', async () => {
    const sheets = sheetsOf(parseContent(projectFiles));
    const paths = await writeSheets(sheets, join(folder, 'project'), format);
    const read = (await Promise.all(paths.map(readSheets))).flat();
    expect(read).toEqual(sheets);
    expect(importSheets(read, projectFiles)).toEqual([]);
  });

  it('brings texts back as they were typed: formulas, quotes, semicolons, numbers and lines', async () => {
    const hard = ['=1+1', "'=1+1", "'quoted'", '88', '007', 'a; "b", c', 'two\nlines', '-5 %', '@home', ' # ', 'TRUE'];
    const rows = hard.map((text, at) => ({
      number: at + 2,
      cells: { id: 'price', language: 'en', voice: 'editor', text },
    }));
    const paths = await writeSheets([{ name: 'phrasings', rows }], join(folder, 'hard'), format);
    expect(await readSheets(paths[0] ?? '')).toEqual([{ name: 'phrasings', rows }]);
  });

  it('holds no cell that a spreadsheet would run', async () => {
    const sheets = withCells(
      'entries',
      { id: 'price', field: 'question' },
      { en: '=HYPERLINK("https://example.com")' },
    );
    const [path = ''] = await writeSheets(sheets, join(folder, 'formula'), format);
    const workbook = new ExcelJS.Workbook();
    const worksheet =
      format === 'csv'
        ? await workbook.csv.readFile(path)
        : (await workbook.xlsx.readFile(path)).getWorksheet('entries');
    const texts: string[] = [];
    worksheet?.eachRow((row) => row.eachCell((cell) => texts.push(String(cell.value))));
    expect(texts).toContain('\'=HYPERLINK("https://example.com")');
    expect(texts.filter((text) => /^[=+\-@]/.test(text))).toEqual([]);
  });
});

describe('the apostrophe before what looks like a formula', () => {
  it.each(['=1', "'=1", "''=1", '+31 6', '-', '@x', "'t kost niets", 'plain', ''])('comes and goes: %s', (text) => {
    expect(restored(neutralised(text))).toBe(text);
  });
});

describe('an import', () => {
  it('changes the one text that a translator changed, and keeps comments and all else', () => {
    const [change, ...others] = importSheets(
      withCells('entries', { id: 'top-up', field: 'steps.2' }, { nl: 'Betaal, en wacht op het sms-bericht.' }),
      example,
    );
    const before = example.find(({ path }) => path === 'account/top-up.yaml')?.text.split('\n') ?? [];
    const after = change?.text.split('\n') ?? [];
    expect(others).toEqual([]);
    expect(change?.path).toBe('account/top-up.yaml');
    expect(after[0]).toBe('# kept: a comment of the editor');
    expect(after.filter((line) => !before.includes(line))).toEqual(['    - Betaal, en wacht op het sms-bericht.']);
  });

  it('adds and removes phrasings by their rows', () => {
    const [entries, phrasings] = exported();
    if (!entries || !phrasings) throw new Error('two sheets are exported');
    const rows = [
      ...phrasings.rows.slice(1),
      { number: 999, cells: { id: 'price', language: 'nl', voice: 'tante', text: 'is dat duur' } },
    ];
    const changes = importSheets([entries, { ...phrasings, rows }], example);
    expect(changes.map(({ path }) => path)).toEqual(['account/top-up.phrasings.yaml', 'choosing/price.phrasings.yaml']);
    expect(changes[0]?.text).not.toContain('问题 0beltegoed0');
    expect(changes[1]?.text).toContain('  tante:\n    - is dat duur\n');
  });

  it('takes CSV files that were saved with semicolons', async () => {
    const path = join(folder, 'semicolons.csv');
    writeFileSync(path, '\uFEFFid;language;voice;text\r\nprice;nl;tante;"is dat duur; of niet"\r\n');
    expect(await readSheets(path)).toEqual([
      {
        name: 'phrasings',
        rows: [{ number: 2, cells: { id: 'price', language: 'nl', voice: 'tante', text: 'is dat duur; of niet' } }],
      },
    ]);
  });
});

describe('an import with mistakes', () => {
  const rowOf = (field: string) =>
    exported()[0]?.rows.find(({ cells }) => cells.id === 'top-up' && cells.field === field)?.number;

  it.each([
    ['an empty translation', 'answer', { nl: '' }, 'F (nl)', 'answer.nl'],
    ['a step left out in the middle', 'steps.1', { zh: '' }, 'D (zh)', 'the step is empty'],
    ['an address that is not https', 'links.1.url', { all: 'http://www.kpn.com' }, 'C (all)', 'links.0.url'],
    ['a date that is none', 'reviewed', { all: '1 oktober' }, 'C (all)', 'reviewed'],
    ['a yes that is no true', 'topic.money', { all: 'ja' }, 'C (all)', 'topic.money'],
    ['a field that does not exist', 'answer', { field: 'anwser' }, 'B (field)', 'there is no field anwser'],
    ['a field that stands twice', 'answer', { field: 'question' }, 'B (field)', 'question stands in row'],
    ['a field that would reach into the program', 'answer', { field: '__proto__.x' }, 'B (field)', 'no field'],
  ])('is refused as a whole, naming sheet, row and column: %s', (_, field, cells, column, message) => {
    const sheets = withCells('entries', { id: 'top-up', field }, cells);
    expect(() => importSheets(sheets, example)).toThrow(`entries, row ${rowOf(field)}, column ${column}: `);
    expect(() => importSheets(sheets, example)).toThrow(message);
  });

  it.each([
    [{ id: 'prise' }, 'A (id)', 'there is no entry prise'],
    [{ language: 'de' }, 'B (language)', 'write zh, en, nl'],
    [{ voice: 'Tante Jo' }, 'C (voice)', 'write a name in small letters'],
    [{ text: ' ' }, 'D (text)', 'the text is empty'],
  ])('names the row of the phrasing: %o', (cells, column, message) => {
    const sheets = withCells('phrasings', { id: 'price', text: 'vraag 3prijs21' }, cells);
    const row = exported()[1]?.rows.find((one) => one.cells.text === 'vraag 3prijs21')?.number;
    expect(() => importSheets(sheets, example)).toThrow(`phrasings, row ${row}, column ${column}: ${message}`);
  });

  it('tells every mistake at once', () => {
    const sheets = withCells('entries', { id: 'top-up' }, { id: 'top-down' });
    expect(() => importSheets(sheets, example)).toThrow(/row 2,.*\n(?:.*\n)*.*row 3,/);
  });

  it('names a cell that holds a formula', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('phrasings');
    sheet.addRow(['id', 'language', 'voice', 'text']);
    sheet.addRow(['price', 'nl', 'editor', { formula: '1+1', result: 2 }]);
    const path = join(folder, 'formula-inside.xlsx');
    await workbook.xlsx.writeFile(path);
    await expect(readSheets(path)).rejects.toThrow('phrasings, row 2, column D (text): a formula');
  });

  it('names a column that is missing and a sheet that does not belong', async () => {
    const path = join(folder, 'other.csv');
    writeFileSync(path, 'id,language,text\nprice,nl,hoi\n');
    await expect(readSheets(path)).rejects.toThrow('other.csv, row 1, column A: no such sheet');
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('phrasings').addRow(['id', 'language', 'text']);
    await workbook.xlsx.writeFile(join(folder, 'missing.xlsx'));
    await expect(readSheets(join(folder, 'missing.xlsx'))).rejects.toThrow(
      'row 1, column C (voice): the column is missing',
    );
  });
});
