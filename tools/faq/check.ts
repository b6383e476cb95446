/** `npm run faq:check`: is the content fit to publish? Names file, line, reason and what to do; fails on errors. */
import { readSources } from '../compiled.ts';
import { findingLine } from './finding.ts';
import { runChecks } from './run-checks.ts';

const findings = runChecks(readSources(), new Date().toISOString().slice(0, 10));
for (const finding of findings) console.log(findingLine(finding));
const errors = findings.filter(({ severity }) => severity === 'error').length;
console.log(`${errors} errors, ${findings.length - errors} warnings`);
if (errors > 0) process.exitCode = 1;
