/** What `cdk synth` and `cdk deploy` run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { bundleFunctions } from './bundle-functions.ts';
import { PROJECT_ROOT } from './project-root.ts';
import { simtolkApp } from './simtolk-app.ts';

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')));
const bundles = await bundleFunctions();
try {
  simtolkApp({ bundles, version, siteFolder: join(PROJECT_ROOT, 'web/dist') }).synth();
} finally {
  bundles.remove();
}
