/** Runs the app as `npm run synth` does, without the network. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT_CONTEXT } from '../stage-template.ts';

/** Writes the cloud assembly of the project in that folder, and returns the assembly's folder. */
export async function synthesise(project: string, siteFolder: string): Promise<string> {
  const assembly = join(project, 'cdk.out', `test-${process.pid}`);
  const context = { ...PROJECT_CONTEXT, siteFolder, alarmEmail: 'someone@example.org' };
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'infra/app.ts'], {
    cwd: project,
    env: { PATH: process.env.PATH, CDK_OUTDIR: assembly, CDK_CONTEXT_JSON: JSON.stringify(context) },
    maxBuffer: 64 * 1024 * 1024,
  });
  return assembly;
}
