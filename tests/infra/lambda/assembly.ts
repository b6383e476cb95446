/** What a synth wrote: the template, and for each function of ours its bundle and the environment it is to have. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const resource = z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) });
const template = z.object({ Resources: z.record(z.string(), resource) });
const functionProperties = z.object({
  Code: z.object({ S3Key: z.string() }),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
});

const intrinsic = z.object({
  Ref: z.string().optional(),
  'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]).optional(),
});

export interface DeployedFunction {
  readonly folder: string;
  readonly bundle: string;
  /** Values of the template; what only a deployment can know is replaced by a name or ARN of the resource. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Reads the template of a stack from a cloud assembly. */
export function readTemplate(assembly: string, stack: string) {
  const written = readFileSync(join(assembly, `${stack}.template.json`), 'utf8');
  return { text: written, ...template.parse(JSON.parse(written)) };
}

/** Returns the function whose logical id begins with that. Throws when there is none. */
export function readFunction(assembly: string, stack: string, idPrefix: string): DeployedFunction {
  const { Resources } = readTemplate(assembly, stack);
  const found = Object.entries(Resources).find(
    ([id, { Type }]) => Type === 'AWS::Lambda::Function' && id.startsWith(idPrefix),
  );
  if (!found) throw new Error(`${stack} has no function ${idPrefix}.`);
  const { Code, Environment } = functionProperties.parse(found[1].Properties);
  const folder = join(assembly, `asset.${Code.S3Key.replace(/\.zip$/, '')}`);
  const bundle = join(folder, 'index.mjs');
  if (!existsSync(bundle)) throw new Error(`${bundle} is missing.`);
  const valueIn = (value: unknown): string => (typeof value === 'string' ? value : deployedValue(value, Resources));
  const variables = Object.entries(Environment.Variables).map(([name, value]) => [name, valueIn(value)] as const);
  return { folder, bundle, environment: Object.fromEntries(variables) };
}

/** The one value an intrinsic function leads to, as a deployment might give it. */
function deployedValue(value: unknown, resources: z.infer<typeof template>['Resources']): string {
  const { Ref, 'Fn::Join': joined } = intrinsic.parse(value);
  if (joined) {
    const [separator, parts] = joined;
    return parts.map((part) => (typeof part === 'string' ? part : deployedValue(part, resources))).join(separator);
  }
  // The random part of the stack's id is what remains.
  if (Ref === undefined) return '0a1b2c3d-0000-4000-8000-0123456789ab';
  if (resources[Ref]?.Type === 'AWS::SNS::Topic') return `arn:aws:sns:eu-central-1:111122223333:${Ref}`;
  if (resources[Ref]?.Type === 'AWS::Cognito::UserPool') return 'eu-central-1_aBcDeFgHi';
  return Ref;
}
