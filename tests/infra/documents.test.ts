/** What the operators' documents say about the template is what the template is. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { SETTING_NAMES } from '../../infra/stage-settings.ts';
import { stageTemplate } from './stage-template.ts';

const deploy = readFileSync('docs/deploy.md', 'utf8');
const policies = [...deploy.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) =>
  z
    .object({
      Statement: z.array(z.object({ Action: z.union([z.string(), z.array(z.string())]), Resource: z.string() })),
    })
    .parse(JSON.parse(text)),
);

/** The service that a policy names, by the service that a template names. */
const SERVICES: Readonly<Record<string, string>> = {
  ApiGatewayV2: 'apigateway',
  Budgets: 'budgets',
  CloudFront: 'cloudfront',
  CloudWatch: 'cloudwatch',
  Cognito: 'cognito-idp',
  DynamoDB: 'dynamodb',
  Events: 'events',
  IAM: 'iam',
  Lambda: 'lambda',
  Logs: 'logs',
  Route53: 'route53',
  S3: 's3',
  SNS: 'sns',
  WAFv2: 'wafv2',
};

describe('the policy for CloudFormation in the deployment guide', () => {
  const allowed = (policies[1]?.Statement ?? []).flatMap(({ Action }) => [Action].flat());
  const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012';
  const whole = {
    alarmEmail: 'someone@example.org',
    domain: 'faq.example.org',
    certificateArn,
    hostedZoneId: 'Z0123456789',
    hostedZoneName: 'example.org',
  };
  const types = [stageTemplate(whole), stageTemplate({ firewall: true }, 'firewall')].flatMap((template) =>
    Object.values(
      z.object({ Resources: z.record(z.string(), z.object({ Type: z.string() })) }).parse(template.toJSON()).Resources,
    ).map(({ Type }) => Type),
  );
  const services = [
    ...new Set(types.filter((type) => type.startsWith('AWS::')).map((type) => type.split('::')[1] ?? '')),
  ];

  it.each(services)('lets it make what %s has', (service) => {
    expect(allowed.some((action) => action.startsWith(`${SERVICES[service]}:`))).toBe(true);
  });

  it('lets it touch the roles of these stacks alone', () => {
    const roles = policies[1]?.Statement.filter(({ Action }) => JSON.stringify(Action).includes('iam:')) ?? [];
    expect(roles.length).toBeGreaterThan(0);
    for (const { Resource } of roles) expect(Resource).toMatch(/:role\/(Simtolk-\*|aws-service-role\/\*)$/);
  });

  it('is another than the one of who deploys, which takes on roles and nothing else', () => {
    expect(policies[0]?.Statement.flatMap(({ Action }) => Action)).toEqual(['sts:AssumeRole']);
  });
});

describe('the settings in the deployment guide', () => {
  it.each(SETTING_NAMES)('explain %s', (name) => {
    expect(deploy).toContain(`\`${name}\``);
  });
});

describe('the runbook', () => {
  it('has no heading for an alarm that is not there', () => {
    const [alarms = ''] = readFileSync('docs/runbook.md', 'utf8').split('# Without an alarm');
    const headings = [...alarms.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    const names = Object.values(stageTemplate().findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) =>
      String(Properties.AlarmName).replace('Simtolk dev: ', ''),
    );
    expect(headings.sort()).toEqual(names.sort());
  });
});
