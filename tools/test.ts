/** `npm test`: everything, a real browser included. Ends with one line: `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { findChromium } from './chromium-path.ts';

const results = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  success: z.boolean(),
});

/** Runs a command with its output shown; returns whether it ended well. */
function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

/** Finds a browser, or installs Debian's where that is allowed. */
function provideChromium(): boolean {
  if (findChromium()) return true;
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (!mayInstall) return false;
  console.log('No Chromium found: installing Debian’s.');
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']);
  return findChromium() !== undefined;
}

if (!provideChromium()) {
  console.error(
    'The tests need a Chromium: install one (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH.',
  );
  process.exit(1);
}
const checks = [
  ['type check', run('npx', ['tsc', '-p', '.'])],
  ['lint and format', run('npx', ['biome', 'check', '.'])],
] as const;
const output = join(mkdtempSync(join(tmpdir(), 'simtolk-test-')), 'results.json');
const extra = process.argv.slice(2);
const tested = run('npx', [
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${output}`,
  ...extra,
]);
const { numPassedTests, numFailedTests, numFailedTestSuites } = results.parse(JSON.parse(readFileSync(output, 'utf8')));
const failedChecks = checks.filter(([, passed]) => !passed);
for (const [name] of failedChecks) console.error(`Failed: ${name}`);
const failed =
  numFailedTests + failedChecks.length + (numFailedTests === 0 && !tested ? Math.max(1, numFailedTestSuites) : 0);
console.log(`${numPassedTests + checks.length - failedChecks.length} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
