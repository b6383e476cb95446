/** The two sheets that translators work in: their columns, and the neutral form of a cell. */

/** A row as it was read, with the number that the spreadsheet shows for it. */
export interface SheetRow {
  readonly number: number;
  /** Text by column name. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface Sheet {
  readonly name: SheetName;
  readonly rows: readonly SheetRow[];
}

/** `all` holds what is the same in every language: addresses, ids, dates. */
export const SHEETS = {
  entries: ['id', 'field', 'all', 'zh', 'en', 'nl'],
  phrasings: ['id', 'language', 'voice', 'text'],
} as const;
export type SheetName = keyof typeof SHEETS;
export const SHEET_NAMES = ['entries', 'phrasings'] as const satisfies readonly SheetName[];

/** Something wrong in a sheet, told where its author sees it. */
export interface SheetProblem {
  readonly sheet: string;
  readonly row: number;
  /** Letter and name, such as `D (zh)`. */
  readonly column: string;
  readonly message: string;
}

/** Thrown when a sheet cannot be used; nothing was written. The message lists every problem. */
export class SheetError extends Error {
  readonly problems: readonly SheetProblem[];
  constructor(problems: readonly SheetProblem[]) {
    super(problems.map((one) => `${one.sheet}, row ${one.row}, column ${one.column}: ${one.message}`).join('\n'));
    this.name = 'SheetError';
    this.problems = problems;
  }
}

/** Returns the column as people see it: `D (zh)`. */
export function columnLabel(sheet: SheetName, column: string): string {
  const columns: readonly string[] = SHEETS[sheet];
  const at = columns.indexOf(column);
  return at < 0 ? column : `${String.fromCharCode('A'.charCodeAt(0) + at)} (${column})`;
}

/** What spreadsheets take for a formula, apostrophes before it included (OWASP, CSV injection); East Asian ones wide too. */
const FORMULA_LIKE = /^'*[=+\-@\t\r\n＝＋－＠]/;
const NEUTRALISED = /^'+[=+\-@\t\r\n＝＋－＠]/;
/** A spreadsheet that expects another separator than the file has, as Dutch ones do, begins a cell here too. */
const FORMULA_INSIDE = /(?<=[;\t\n\r] *"?)(?='*[=+\-@＝＋－＠])/g;
const NEUTRALISED_INSIDE = /(?<=[;\t\n\r] *"?)'(?='*[=+\-@＝＋－＠])/g;

/** Returns the text with an apostrophe before what a spreadsheet would run as a formula. */
export function neutralised(text: string): string {
  return FORMULA_LIKE.test(text) ? `'${text}` : text;
}

/** Returns the text that was neutralised. */
export function restored(cell: string): string {
  return NEUTRALISED.test(cell) ? cell.slice(1) : cell;
}

/** As `neutralised`, in a file whose cells a spreadsheet may part elsewhere. */
export function neutralisedInCsv(text: string): string {
  return neutralised(text.replace(FORMULA_INSIDE, "'"));
}

/** Returns the text that was neutralised in a CSV file. */
export function restoredFromCsv(cell: string): string {
  return restored(cell).replace(NEUTRALISED_INSIDE, '');
}
