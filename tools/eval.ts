/** `npm run eval -- FILE.tsv [--json] [--errors]`: quality on a question set, per language. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openCatalogue } from '../functions/catalogue/open.ts';
import { compiled } from './compiled.ts';
import { type Figures, figuresOf, observe, parseQuestions } from './evaluate.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, errors: { type: 'boolean' } },
});
const [path] = positionals;
if (!path) {
  console.error('Usage: npm run eval -- FILE.tsv [--json] [--errors]');
  process.exit(2);
}
const catalogue = openCatalogue({ ...compiled(), version: 1 });
const observed = observe(parseQuestions(readFileSync(path, 'utf8')), catalogue);
const languages = [...new Set(observed.map(({ question }) => question.language))];
const table: Record<string, Figures> = Object.fromEntries(
  languages.map((language) => [language, figuresOf(observed.filter(({ question }) => question.language === language))]),
);

if (values.json) console.log(JSON.stringify(table, null, 2));
else printTable(table);
if (values.errors) {
  for (const { question, kind, match, confidence, candidates, language } of observed) {
    const right = question.ids[0] === '-' ? kind !== 'answer' : question.ids.includes(match ?? candidates[0] ?? '');
    if (!right)
      console.log(
        [
          question.language,
          question.kind,
          question.ids.join('|'),
          kind,
          match ?? candidates.join(','),
          confidence,
          language,
          question.text,
        ].join('\t'),
      );
  }
}

function printTable(figures: Readonly<Record<string, Figures>>): void {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const rows = Object.entries(figures).map(([language, f]) => ({
    language,
    'in scope': f.inScope,
    'top-1': percent(f.top1),
    'best id': percent(f.bestId),
    'top-3': percent(f.top3),
    helped: percent(f.helped),
    wrong: percent(f.wrong),
    'near out answered': `${percent(f.nearAnswered)} of ${f.nearOut}`,
    'far out answered': `${percent(f.farAnswered)} of ${f.farOut}`,
    'talk right': `${percent(f.talkRight)} of ${f.talk}`,
    'language right': percent(f.languageRight),
    ECE: f.calibrationError.toFixed(3),
  }));
  console.table(rows);
}
