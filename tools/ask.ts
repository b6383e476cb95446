/** `npm run ask -- "question" [--after "question before"] [--locale nl] [--explain]`: one question, answered here. */
import { parseArgs } from 'node:util';
import { openCatalogue } from '../functions/catalogue/open.ts';
import { type ExplainedTurn, explainTurn } from '../functions/conversation/explain-turn.ts';
import { replyTo } from '../functions/conversation/reply.ts';
import type { PreviousTurn } from '../functions/conversation/understand.ts';
import { negotiateLocale } from '../functions/http/locale.ts';
import { compiled } from './compiled.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    after: { type: 'string' },
    locale: { type: 'string' },
    json: { type: 'boolean' },
    explain: { type: 'boolean' },
  },
});
const text = positionals.join(' ').trim();
const askedLocale = values.locale === undefined ? undefined : negotiateLocale(values.locale);
if (text === '' || (values.locale !== undefined && !askedLocale)) {
  console.error(
    'Usage: npm run ask -- "question" [--after "question before"] [--locale zh|zh-Hant|en|nl] [--json] [--explain]',
  );
  process.exit(2);
}
const catalogue = openCatalogue({ ...compiled(), version: 1 });
const turn = (said: string, previous?: PreviousTurn) =>
  replyTo(
    { text: said, browserLocale: 'en', ...(askedLocale && { askedLocale }), ...(previous && { previous }) },
    catalogue,
    new Date(),
  );
const previous = values.after === undefined ? undefined : turn(values.after).memory;
const { reply } = turn(text, previous);
if (values.explain) printExplanation(explainTurn(text, askedLocale?.split('-')[0], catalogue, previous));
else if (values.json) console.log(JSON.stringify(reply, null, 2));
else console.log(`[${reply.kind} ${reply.match ?? ''} ${reply.confidence} ${reply.questionLocale}]\n${reply.text}`);

function printExplanation({
  language,
  normalised,
  verbatim,
  corrections,
  mentions,
  decision,
  thresholds,
  entries,
  intents,
  terms,
  unknown,
  known,
}: ExplainedTurn): void {
  const share = (value: number) => value.toFixed(3);
  console.log(`language   ${language.language} (${share(language.probability)}, by ${language.evidence})`);
  console.log(`normalised ${normalised}`);
  if (verbatim) console.log(`verbatim   a phrasing of ${verbatim}`);
  if (corrections.length > 0)
    console.log(`corrected  ${corrections.map(({ from, to }) => `${from} → ${to}`).join(', ')}`);
  console.log(`mentions   ${JSON.stringify(mentions)}`);
  console.log(`known      ${share(known)}${unknown.length > 0 ? `; unknown: ${unknown.join(' ')}` : ''}`);
  console.log(
    `decision   ${decision.kind} ${decision.match ?? ''} (confidence ${share(decision.confidence)}; answer from ${thresholds.answerFrom}, suggest from ${thresholds.suggestFrom})`,
  );
  console.table([...entries, ...intents].map(({ id, probability }) => ({ id, probability: share(probability) })));
  console.table(
    terms.slice(0, 15).map(({ term, kind, weight, pulls }) => ({
      term,
      kind,
      weight: share(weight),
      ...Object.fromEntries(pulls.slice(0, 3).map(({ id, score }) => [id, score.toFixed(2)])),
    })),
  );
}
