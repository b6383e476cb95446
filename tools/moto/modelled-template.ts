/** The part of a template that moto models, so that a deployment to it means something. */
import * as z from 'zod';

const resource = z.looseObject({ Type: z.string(), DependsOn: z.union([z.string(), z.array(z.string())]).optional() });
const template = z.looseObject({
  Resources: z.record(z.string(), resource),
  Outputs: z.record(z.string(), z.unknown()).default({}),
});

/** Types that moto makes for real from a template; of others it keeps a name at most, or fails. */
const MODELLED = [
  'AWS::ApiGatewayV2::Api',
  'AWS::DynamoDB::Table',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::Function',
  'AWS::Logs::LogGroup',
  'AWS::SNS::Topic',
];
/** The CDK's own deployer of files: it needs a layer, and a bucket that is left out. */
const DEPLOYER = /^CustomCDKBucketDeployment/;
/** Stands where a value of a resource that was left out would; policies take nothing but an ARN. */
const LEFT_OUT = 'arn:aws:s3:::left-out';

export interface ModelledTemplate {
  readonly template: unknown;
  readonly kept: readonly string[];
  /** Types that were left out, and how many of each. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/** Returns the template without what moto does not model; references to that become a plain text. */
export function modelledTemplate(written: unknown): ModelledTemplate {
  const { Resources, Outputs, ...rest } = template.parse(written);
  const kept = Object.entries(Resources).filter(([name, { Type }]) => MODELLED.includes(Type) && !DEPLOYER.test(name));
  const names = kept.map(([name]) => name);
  const leftOut = new Map<string, number>();
  for (const [name, { Type }] of Object.entries(Resources))
    if (!names.includes(name)) leftOut.set(Type, (leftOut.get(Type) ?? 0) + 1);
  const isGone = (name: string) => name in Resources && !names.includes(name);
  const resources = kept.map(([name, { DependsOn, ...body }]) => {
    const depends = [DependsOn ?? []].flat().filter((other) => !isGone(other));
    const whole = depends.length > 0 ? { ...body, DependsOn: depends } : body;
    return [name, withoutReferences(whole, isGone)] as const;
  });
  const outputs = Object.entries(Outputs).filter(
    ([, output]) => !JSON.stringify(withoutReferences(output, isGone)).includes(LEFT_OUT),
  );
  return {
    template: { ...rest, Resources: Object.fromEntries(resources), Outputs: Object.fromEntries(outputs) },
    kept: kept.map(([, { Type }]) => Type),
    leftOut,
  };
}

function withoutReferences(value: unknown, isGone: (name: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutReferences(item, isGone));
  if (typeof value !== 'object' || value === null) return value;
  const named = reference.safeParse(value);
  if (named.success && isGone('Ref' in named.data ? named.data.Ref : named.data['Fn::GetAtt'][0])) return LEFT_OUT;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutReferences(inner, isGone)]));
}

const reference = z.union([
  z.strictObject({ Ref: z.string() }),
  z.strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }),
]);
