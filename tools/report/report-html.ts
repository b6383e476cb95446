/** A report as one page of HTML that needs nothing else: charts are SVG, and each has its table. */
import { html, raw } from 'hono/html';
import type { Locale } from '../../functions/catalogue/catalogue.ts';
import { translatorFor } from '../../functions/conversation/translate.ts';
import type { Report } from './fetch-report.ts';
import { type ReportCharts, reportCharts } from './report-charts.ts';
import { type ReportTable, reportTables, reportTitle } from './report-tables.ts';

const STYLE = `
  :root { color-scheme: light; }
  body { font: 16px/1.5 system-ui, 'Noto Sans CJK SC', sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
  h2 { margin-top: 2.5rem; }
  .scroll { overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: start; padding: .35rem .6rem; border-bottom: 1px solid #ccc; vertical-align: top; overflow-wrap: anywhere; }
  thead th { border-bottom: 2px solid #555; overflow-wrap: normal; }
  pre { margin: 0; font-size: .85rem; white-space: pre-wrap; }
  svg { max-width: 100%; height: auto; }
  figure { margin: 0 0 1rem; }
`;

/** Returns the page. What visitors wrote is shown as text. */
export async function reportHtml(report: Report, locale: Locale): Promise<string> {
  const charts = reportCharts(report, locale);
  const none = translatorFor(locale)('report.none');
  const title = reportTitle(report, locale);
  const page = await html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${reportTables(report, locale).map((table) => section(table, charts, none))}
</main>
</body>
</html>
`;
  return page.toString();
}

function section(table: ReportTable, charts: ReportCharts, none: string) {
  const { id, title, note, rows } = table;
  const chart = id === 'byDay' || id === 'byLanguage' || id === 'entries' ? charts[id] : undefined;
  return html`<section>
<h2 id="${id}">${title}</h2>
${note ? html`<p>${note}</p>` : ''}
${chart && rows.length > 0 ? html`<figure role="img" aria-labelledby="${id}">${raw(chart.replace('<svg ', '<svg aria-hidden="true" '))}</figure>` : ''}
${rows.length === 0 ? html`<p>${none}</p>` : tableOf(table)}
</section>
`;
}

function tableOf({ title, head, rows, codeColumn }: ReportTable) {
  const cell = (text: string, at: number) => {
    if (at === 0) return html`<th scope="row">${text}</th>`;
    return at === codeColumn ? html`<td><pre>${text}</pre></td>` : html`<td>${text}</td>`;
  };
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${title}">
<table>
<thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map(cell)}</tr>`)}</tbody>
</table>
</div>`;
}
