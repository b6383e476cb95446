/**
 * `npm run report -- [--from 2026-11-01] [--to 2026-11-30] [--locale nl] [--url http://127.0.0.1:3000] [--out report]`:
 * what maintainers see, as a page with charts and as Markdown. The token comes from ADMIN_TOKEN.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { negotiateLocale } from '../functions/http/locale.ts';
import { fetchReport } from './report/fetch-report.ts';
import { reportHtml } from './report/report-html.ts';
import { reportMarkdown } from './report/report-markdown.ts';

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    locale: { type: 'string', default: 'en' },
    url: { type: 'string', default: 'http://127.0.0.1:3000' },
    out: { type: 'string', default: 'report' },
  },
});
const token = process.env.ADMIN_TOKEN;
const locale = negotiateLocale(values.locale);
if (!token || !locale) {
  console.error(
    'Usage: ADMIN_TOKEN=… npm run report -- [--from DATE] [--to DATE] [--locale zh|zh-Hant|en|nl] [--url URL] [--out FOLDER]',
  );
  process.exit(2);
}
try {
  const { from, to, url, out } = values;
  const report = await fetchReport({ url, token, locale, ...(from && { from }), ...(to && { to }) });
  mkdirSync(out, { recursive: true });
  for (const [name, text] of [
    ['report.html', await reportHtml(report, locale)],
    ['report.md', reportMarkdown(report, locale)],
  ] as const) {
    writeFileSync(join(out, name), text);
    console.log(join(out, name));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
