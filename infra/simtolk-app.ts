/** The app of one stage: its stack, its tags, and the rules that stop a synth. */
import { App, type AppProps, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import * as z from 'zod';
import type { FunctionBundles } from './bundle-functions.ts';
import { FirewallStack } from './firewall-stack.ts';
import { SimtolkStack } from './simtolk-stack.ts';
import { readStageSettings } from './stage-settings.ts';

export interface SimtolkAppProps extends Pick<AppProps, 'outdir' | 'context'> {
  readonly bundles: Pick<FunctionBundles, 'folderOf'>;
  readonly siteFolder: string;
  readonly version: string;
}

/** Returns the app, ready for `synth()`. Throws an Error that names settings that are missing or wrong. */
export function simtolkApp({ bundles, siteFolder, version, ...props }: SimtolkAppProps): App {
  const app = new App(props);
  const settings = readStageSettings(app.node);
  const name = `Simtolk-${settings.name}`;
  const description = 'A FAQ bot for eSIMs, in Chinese, English and Dutch';
  // `-c siteFolder=FOLDER` takes another build of the page.
  const given = z.string().optional().parse(app.node.tryGetContext('siteFolder'));
  new SimtolkStack(app, name, { settings, bundles, version, description, siteFolder: given ?? siteFolder });
  if (settings.firewall) new FirewallStack(app, `${name}-firewall`, { stage: settings.name });
  Tags.of(app).add('simtolk:stage', settings.name);
  Tags.of(app).add('simtolk:version', version);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}
