/**
 * `npm run faq:check [-- --held-out]`: is the content fit to publish? Names file, line, reason and what to do; fails on
 * errors.
 */
import { parseArgs } from 'node:util';
import { parseContent } from '../../functions/catalogue/parse.ts';
import { readSources } from '../compiled.ts';
import { checkHeldOut } from './check-held-out.ts';
import { findingLine, sortFindings } from './finding.ts';
import { lineReader } from './positions.ts';
import { runChecks } from './run-checks.ts';

const { values } = parseArgs({ options: { 'held-out': { type: 'boolean' } } });
const sources = readSources();
const findings = [...runChecks(sources, new Date().toISOString().slice(0, 10))];
const errors = findings.filter(({ severity }) => severity === 'error').length;
if (values['held-out'] && errors === 0) {
  const content = parseContent(sources.faq);
  findings.push(...checkHeldOut({ content, lineOf: lineReader(sources.faq) }, sources.locales));
}
for (const finding of sortFindings(findings)) console.log(findingLine(finding));
console.log(`${errors} errors, ${findings.length - errors} warnings`);
if (errors > 0) process.exitCode = 1;
