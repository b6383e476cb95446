/** The template of a stage, with stand-ins for what takes long to make: the functions' bundles and the page. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { FUNCTION_NAMES } from '../../infra/bundle-functions.ts';
import { simtolkApp } from '../../infra/simtolk-app.ts';

export const PROJECT_CONTEXT = z
  .object({ context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync('cdk.json', 'utf8'))).context;

/** Writes a page of few files, as `npm run build:web` lays them out. */
export function writeSite(folder: string): string {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Simtolk</title>');
  writeFileSync(join(folder, 'assets/page.0123456789.js'), '');
  return folder;
}

/** Returns the app of a stage; `context` replaces values of `cdk.json`. */
export function stageApp(context: Readonly<Record<string, unknown>> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'simtolk-stage-'));
  process.once('exit', () => rmSync(root, { recursive: true, force: true }));
  for (const name of FUNCTION_NAMES) {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, 'index.mjs'), `export const handler = () => '${name}';`);
  }
  return simtolkApp({
    outdir: join(root, 'out'),
    context: { ...PROJECT_CONTEXT, ...context },
    bundles: { folderOf: (name) => join(root, name) },
    siteFolder: writeSite(join(root, 'site')),
    version: '0.0.0',
  });
}

/** Returns the template of the stage's stack, or of its firewall. */
export function stageTemplate(
  context: Readonly<Record<string, unknown>> = {},
  which: 'service' | 'firewall' = 'service',
) {
  const stacks = stageApp(context).node.children.filter((child) => Stack.isStack(child));
  const stack = stacks.find(({ stackName }) => stackName.endsWith('-firewall') === (which === 'firewall'));
  if (!stack) throw new Error(`The stage has no ${which} stack.`);
  return Template.fromStack(stack);
}
