/**
 * `npm run smoke:moto`: bootstraps, uploads assets and deploys to moto what moto models, publishes the catalogue into the
 * deployed table and asks a question. Where moto is absent it says so and does nothing.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { synthesise } from '../tests/infra/lambda/synthesise.ts';
import { checkDeployment } from './moto/check-deployment.ts';
import { modelledTemplate } from './moto/modelled-template.ts';
import { isMotoThere, startMoto } from './moto/moto-server.ts';
import { PROJECT_ROOT } from './read-content.ts';

const STACK = 'Simtolk-dev';

if (!isMotoThere()) {
  console.log("Nothing was deployed: moto_server is not on this machine (pip install 'moto[server]' brings it).");
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'simtolk-moto-'));
const moto = await startMoto();
const environment = {
  PATH: process.env.PATH ?? '',
  HOME: folder,
  AWS_ENDPOINT_URL: moto.endpoint,
  AWS_REGION: 'eu-central-1',
  AWS_DEFAULT_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'testing',
  AWS_SECRET_ACCESS_KEY: 'testing',
};
let assembly: string | undefined;
try {
  const site = join(folder, 'site');
  mkdirSync(join(site, 'assets'), { recursive: true });
  writeFileSync(join(site, 'index.html'), '<!doctype html><title>Simtolk</title>');
  assembly = await synthesise(PROJECT_ROOT, site);
  const path = join(assembly, `${STACK}.template.json`);
  const { template, kept, leftOut } = modelledTemplate(JSON.parse(readFileSync(path, 'utf8')));
  writeFileSync(path, JSON.stringify(template));
  await cdk('bootstrap', 'aws://123456789012/eu-central-1');
  console.log('Bootstrapped.');
  await cdk('deploy', STACK, '--app', assembly, '--require-approval', 'never');
  console.log(`Deployed ${kept.length} resources:`);
  console.table(countsOf(kept));
  for (const line of await checkDeployment(environment)) console.log(line);
  console.log('Left out, because moto does not model it in a template (not checked by this run):');
  console.table(Object.fromEntries(leftOut));
} finally {
  moto.stop();
  for (const made of [folder, assembly]) if (made) rmSync(made, { recursive: true, force: true });
}

async function cdk(...args: readonly string[]): Promise<void> {
  const command = join(PROJECT_ROOT, 'node_modules/.bin/cdk');
  // Not in the project: its cdk.json would synthesise again.
  try {
    await promisify(execFile)(command, [...args], { cwd: folder, env: environment, maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    throw new Error(`cdk ${args[0]} failed:\n${stderr.slice(-3000)}`, { cause: error });
  }
}

function countsOf(types: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const type of types) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
