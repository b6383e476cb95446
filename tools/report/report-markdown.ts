/** A report as Markdown. */
import type { Locale } from '../../functions/catalogue/catalogue.ts';
import { translatorFor } from '../../functions/conversation/translate.ts';
import type { Report } from './fetch-report.ts';
import { type ReportTable, reportTables, reportTitle } from './report-tables.ts';

/** Returns the document. What visitors wrote is shown as text: it makes no table, link or HTML. */
export function reportMarkdown(report: Report, locale: Locale): string {
  const none = translatorFor(locale)('report.none');
  const parts = reportTables(report, locale).map((table) => section(table, none));
  return `${[`# ${reportTitle(report, locale)}`, ...parts].join('\n\n')}\n`;
}

function section({ title, note, head, rows, codeColumn }: ReportTable, none: string): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const shown = (cell: string, at: number) =>
    at === codeColumn ? `<pre>${cell.trimEnd().split('\n').map(indented).join('<br>')}</pre>` : escaped(cell);
  const table = [line(head.map(escaped)), line(head.map(() => '---')), ...rows.map((row) => line(row.map(shown)))];
  return [`## ${title}`, ...(note ? [note] : []), rows.length === 0 ? none : table.join('\n')].join('\n\n');
}

/** Markdown swallows spaces at the beginning of a line, and YAML means something by them. */
function indented(line: string): string {
  return escaped(line).replace(/^ +/, (spaces) => '&nbsp;'.repeat(spaces.length));
}

function escaped(text: string): string {
  return text
    .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;')
    .replace(/[\\`*_[\]|#!]/g, '\\$&')
    .replace(/(?<!\s)\s+/g, (space) => (space.includes('\n') ? ' ' : space));
}
