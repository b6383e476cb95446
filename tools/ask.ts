/** `npm run ask -- "question" [--locale nl] [--explain]`: one question, answered on the command line. */
import { parseArgs } from 'node:util';
import { openCatalogue } from '../functions/catalogue/open.ts';
import { replyTo } from '../functions/conversation/reply.ts';
import { negotiateLocale } from '../functions/http/locale.ts';
import { compiled } from './compiled.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { locale: { type: 'string' }, json: { type: 'boolean' } },
});
const text = positionals.join(' ').trim();
const askedLocale = values.locale === undefined ? undefined : negotiateLocale(values.locale);
if (text === '' || (values.locale !== undefined && !askedLocale)) {
  console.error('Usage: npm run ask -- "question" [--locale zh|zh-Hant|en|nl] [--json]');
  process.exit(2);
}
const catalogue = openCatalogue({ ...compiled(), version: 1 });
const { reply } = replyTo({ text, browserLocale: 'en', ...(askedLocale && { askedLocale }) }, catalogue, new Date());
if (values.json) console.log(JSON.stringify(reply, null, 2));
else console.log(`[${reply.kind} ${reply.match ?? ''} ${reply.confidence} ${reply.questionLocale}]\n${reply.text}`);
