/** Walks every policy: nothing may do more than it has to. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { stageTemplate } from './stage-template.ts';

const list = z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]);
const statement = z.object({
  Effect: z.string(),
  Action: list,
  Resource: list.optional(),
  Condition: z.unknown().optional(),
});
const holder = z.object({
  Type: z.string(),
  Properties: z
    .object({ PolicyDocument: z.object({ Statement: z.array(statement) }) })
    .partial()
    .default({}),
});

/** Wildcards that are meant, by the role that has them (its logical id begins with this), each with its reason. */
const REASONS: readonly { readonly where: string; readonly what: RegExp; readonly reason: string }[] = [
  { where: '', what: /^xray:Put(TraceSegments|TelemetryRecords) on \*$/, reason: 'AWS knows no resource for traces' },
  {
    where: 'CustomCDKBucketDeployment',
    what: /^s3:(GetObject|GetBucket|List|DeleteObject|Abort)\*? on /,
    reason: 'the deployer of the CDK, on the bucket of assets and the bucket of the site',
  },
  {
    where: 'CustomCDKBucketDeployment',
    what: /^s3:PutObject\w* on .*\/\*$/,
    reason: 'every file of the site is written by the deployer',
  },
  { where: 'SiteFilesPolicy', what: /^s3:GetObject on .*\/\*$/, reason: 'CloudFront may read every file of the site' },
  { where: 'SiteFilesPolicy', what: /^s3:\* on /, reason: 'a denial: nothing without TLS' },
];

const { Resources } = z.object({ Resources: z.record(z.string(), holder) }).parse(stageTemplate().toJSON());
const rights = Object.entries(Resources).flatMap(([id, { Properties }]) =>
  (Properties.PolicyDocument?.Statement ?? []).flatMap(({ Action, Resource = [] }) =>
    Action.flatMap((action) => Resource.map((resource) => ({ id, right: `${action} on ${written(resource)}` }))),
  ),
);

/** An ARN with its intrinsics in angle brackets. */
function written(value: unknown): string {
  const joined = z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) }).safeParse(value);
  if (joined.success) return joined.data['Fn::Join'][1].map(written).join(joined.data['Fn::Join'][0]);
  return typeof value === 'string' ? value : `<${JSON.stringify(value).replaceAll('*', '')}>`;
}

describe('a policy', () => {
  it('is found for each function', () => {
    expect(rights.length).toBeGreaterThan(20);
  });

  it('has no wildcard without a written reason', () => {
    const unexplained = rights.filter(
      ({ id, right }) =>
        right.includes('*') && !REASONS.some(({ where, what }) => id.startsWith(where) && what.test(right)),
    );
    expect(unexplained).toEqual([]);
  });

  it.each(REASONS)('has a use for the exception "$reason"', ({ where, what }) => {
    expect(rights.some(({ id, right }) => id.startsWith(where) && what.test(right))).toBe(true);
  });
});

describe('the API function', () => {
  const api = rights.filter(({ id }) => id.startsWith('Api')).map(({ right }) => right);
  const on = (table: string) =>
    api.filter((right) => right.includes(`Tables${table}`)).map((right) => right.split(' ')[0]);

  it('reads the catalogue and never writes it', () => {
    expect(on('Catalogue').sort()).toEqual(['dynamodb:GetItem', 'dynamodb:Query']);
  });

  it('cannot scan or delete a table', () => {
    expect(on('Activity')).not.toContain('dynamodb:Scan');
    expect(on('Activity')).not.toContain('dynamodb:DeleteTable');
  });
});

describe('the publisher', () => {
  it('has no right to what visitors leave behind', () => {
    const publisher = rights.filter(({ id }) => id.startsWith('CataloguePublisher'));
    expect(publisher.filter(({ right }) => right.includes('TablesActivity'))).toEqual([]);
    expect(publisher.length).toBeGreaterThan(0);
  });
});
