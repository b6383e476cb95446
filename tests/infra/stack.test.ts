/** What is deployed: one claim about the template a test. */
import { readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { MAINTAINERS_ADDRESS } from '../../web/site/maintainers-document.ts';
import { stageApp, stageTemplate } from './stage-template.ts';

const dev = stageTemplate({ stage: 'dev', alarmEmail: 'someone@example.org' });
const prod = stageTemplate({ stage: 'prod', alarmEmail: 'someone@example.org' });

describe('the tables', () => {
  it('charge for requests only', () => {
    dev.allResourcesProperties('AWS::DynamoDB::Table', { BillingMode: 'PAY_PER_REQUEST' });
  });

  it('can be set back to any second of the last weeks', () => {
    dev.allResourcesProperties('AWS::DynamoDB::Table', {
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  it('let what visitors leave behind expire', () => {
    dev.resourcePropertiesCountIs(
      'AWS::DynamoDB::Table',
      { TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true } },
      1,
    );
  });

  it('refuse to be deleted in production', () => {
    prod.allResourcesProperties('AWS::DynamoDB::Table', { DeletionProtectionEnabled: true });
  });

  it('outlive the stack in production', () => {
    prod.allResources('AWS::DynamoDB::Table', { DeletionPolicy: 'Retain' });
  });
});

describe('the functions of the project', () => {
  const ours = { Handler: 'index.handler', Runtime: 'nodejs24.x' };

  it('are four', () => {
    dev.resourcePropertiesCountIs('AWS::Lambda::Function', ours, 4);
  });

  it('run on arm64', () => {
    dev.resourcePropertiesCountIs('AWS::Lambda::Function', { ...ours, Architectures: ['arm64'] }, 4);
  });

  it('are traced', () => {
    dev.resourcePropertiesCountIs('AWS::Lambda::Function', { ...ours, TracingConfig: { Mode: 'Active' } }, 4);
  });

  it('log to groups of their own', () => {
    const logged = { ...ours, LoggingConfig: { LogGroup: { Ref: Match.anyValue() } } };
    dev.resourcePropertiesCountIs('AWS::Lambda::Function', logged, 4);
  });

  it('give the publisher memory and time for training', () => {
    dev.hasResourceProperties('AWS::Lambda::Function', { MemorySize: 3008, Timeout: 600 });
  });
});

describe('logs', () => {
  it('are kept for as long as the stage says', () => {
    dev.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 7 });
    prod.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
  });

  it('of access hold no address, no browser and no question', () => {
    const [stage] = Object.values(dev.findResources('AWS::ApiGatewayV2::Stage'));
    const format = z.string().parse(stage?.Properties.AccessLogSettings.Format);
    expect(format).not.toMatch(/identity\.|userAgent|queryString|\$context\.path/i);
  });
});

describe('the API', () => {
  it('limits the rate of all requests together', () => {
    dev.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: Match.objectLike({ ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 }),
    });
  });

  it('pays for no metrics by route: it has one', () => {
    dev.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { DetailedMetricsEnabled: Match.absent() },
    });
  });

  it('closes itself above the daily ceiling, and opens itself again', () => {
    const action = [{ 'Fn::GetAtt': [Match.stringLikeRegexp('WatchDailyCeiling'), 'Arn'] }];
    dev.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'Simtolk dev: Daily ceiling',
      Threshold: 20000,
      Period: 86400,
      AlarmActions: Match.arrayWith(action),
      OKActions: action,
    });
  });

  it('may be called by API Gateway alone, and the other functions by their alarm and their schedule', () => {
    const principals = Object.values(dev.findResources('AWS::Lambda::Permission')).map(
      ({ Properties }) => Properties.Principal,
    );
    expect([...new Set(principals)].sort()).toEqual([
      'apigateway.amazonaws.com',
      'events.amazonaws.com',
      'lambda.alarms.cloudwatch.amazonaws.com',
    ]);
  });
});

describe('the address that visitors use', () => {
  const [distribution] = Object.values(dev.findResources('AWS::CloudFront::Distribution'));
  const config = distribution?.Properties.DistributionConfig;

  it('speaks HTTP/3', () => {
    expect(config.HttpVersion).toBe('http2and3');
  });

  it('serves page and API, so that no page needs CORS', () => {
    const paths = config.CacheBehaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern);
    expect(paths).toContain('/v1/*');
    expect(paths).toContain('/faq/search');
  });

  it('leaves the status of the API’s replies alone', () => {
    expect(config.CustomErrorResponses).toBeUndefined();
  });

  it('asks the API for a page that is not among the files', () => {
    expect(config.OriginGroups.Items[0].FailoverCriteria.StatusCodes.Items).toEqual([403, 404]);
  });

  it('keeps no conversation in a cache', () => {
    const messages = config.CacheBehaviors.find(({ PathPattern }: { PathPattern: string }) => PathPattern === '/v1/*');
    expect(messages.CachePolicyId).toBe('4135ea2d-6df8-44a3-9df3-4b5a84be39ad');
  });

  it('reads the files’ bucket with a signature, and nobody else reads it', () => {
    dev.resourceCountIs('AWS::CloudFront::OriginAccessControl', 1);
    dev.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true },
    });
  });

  it('lets no other site frame a page', () => {
    dev.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: {
            ContentSecurityPolicy: {
              'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp("frame-ancestors 'none'")])],
            },
          },
        },
      },
    });
  });

  it('is the stage’s own domain where it has one', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012';
    const own = stageTemplate({ domain: 'faq.example.org', certificateArn });
    own.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: { Aliases: ['faq.example.org'] },
    });
  });
});

describe('the records of a domain', () => {
  const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012';
  const own = { domain: 'faq.example.org', certificateArn };

  it('are made in its zone, for both kinds of address', () => {
    const zoned = stageTemplate({ ...own, hostedZoneId: 'Z0123456789', hostedZoneName: 'example.org' });
    const types = Object.values(zoned.findResources('AWS::Route53::RecordSet')).map(
      ({ Properties }) => Properties.Type,
    );
    expect(types.sort()).toEqual(['A', 'AAAA']);
  });

  it('are left to others when Route 53 does not keep the domain', () => {
    stageTemplate(own).resourceCountIs('AWS::Route53::RecordSet', 0);
  });
});

describe('maintainers', () => {
  it('cannot sign themselves up', () => {
    dev.allResourcesProperties('AWS::Cognito::UserPool', { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } });
  });

  it('need a second factor', () => {
    dev.allResourcesProperties('AWS::Cognito::UserPool', { MfaConfiguration: 'ON' });
  });

  it('sign in by code and PKCE, from a page without a secret', () => {
    dev.hasResourceProperties('AWS::Cognito::UserPoolClient', { AllowedOAuthFlows: ['code'], GenerateSecret: false });
  });

  it('come back from the sign-in page to their own page and no other', () => {
    const [client] = Object.values(dev.findResources('AWS::Cognito::UserPoolClient'));
    const { CallbackURLs, LogoutURLs } = client?.Properties ?? {};
    expect(LogoutURLs).toEqual(CallbackURLs);
    expect(CallbackURLs).toHaveLength(1);
    expect(JSON.stringify(CallbackURLs[0])).toContain(`${MAINTAINERS_ADDRESS}"`);
  });

  it('may be signed in from that page: its policy lets it redeem a code there', () => {
    const domain = Object.values(dev.findResources('AWS::Cognito::UserPoolDomain'))[0]?.Properties.Domain;
    const prefix = z.tuple([z.string()]).rest(z.unknown()).parse(domain['Fn::Join'][1])[0];
    const policies = JSON.stringify(dev.findResources('AWS::CloudFront::ResponseHeadersPolicy'));
    expect(policies).toContain(`connect-src 'self' https://${prefix}`);
  });

  it('have the roles that the API knows', () => {
    const groups = Object.values(dev.findResources('AWS::Cognito::UserPoolGroup'));
    expect(groups.map(({ Properties }) => Properties.GroupName).sort()).toEqual(['maintainer', 'reader']);
  });
});

describe('warnings', () => {
  const alarms = Object.values(dev.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);

  it('look at no more metrics than AWS gives free of charge', () => {
    const metrics = alarms.flatMap(({ Metrics }) =>
      Metrics ? Metrics.filter((metric: { MetricStat?: unknown }) => metric.MetricStat) : ['one'],
    );
    expect(metrics.length).toBeLessThanOrEqual(10);
  });

  it.each(alarms.map(({ AlarmName, AlarmDescription }) => ({ AlarmName, AlarmDescription })))(
    '$AlarmName leads to its heading in the runbook',
    ({ AlarmDescription }) => {
      const anchor = /docs\/runbook\.md#([a-z-]+)/.exec(AlarmDescription)?.[1];
      const headings = readFileSync('docs/runbook.md', 'utf8').match(/^## .+$/gm) ?? [];
      expect(headings.map((heading) => heading.slice(3).toLowerCase().replaceAll(' ', '-'))).toContain(anchor);
    },
  );

  it('are all mailed', () => {
    for (const { AlarmActions } of alarms) expect(JSON.stringify(AlarmActions)).toContain('WatchOperations');
  });

  it('come before the month costs more than was meant', () => {
    dev.hasResourceProperties('AWS::Budgets::Budget', { Budget: { BudgetLimit: { Amount: 5, Unit: 'USD' } } });
  });
});

describe('the end of a stage', () => {
  it('leaves nothing behind that costs money, unless its data is to be kept', () => {
    const kept = Object.entries(dev.toJSON().Resources).filter(
      ([, resource]) => (resource as { DeletionPolicy?: string }).DeletionPolicy === 'Retain',
    );
    expect(kept).toEqual([]);
  });

  it('empties the bucket of files, which could not be deleted otherwise', () => {
    dev.allResourcesProperties('Custom::CDKBucketDeployment', { RetainOnDelete: false });
  });

  it('takes the logs of every function with it', () => {
    for (const { Properties } of Object.values(dev.findResources('AWS::Lambda::Function')))
      expect(Properties.LoggingConfig?.LogGroup).toBeDefined();
  });
});

describe('the firewall', () => {
  it('is not there unless it is asked for', () => {
    dev.resourceCountIs('AWS::WAFv2::WebACL', 0);
    expect(() => stageTemplate({}, 'firewall')).toThrow('no firewall');
  });

  it('stops an address that asks more than a person can', () => {
    const firewall = stageTemplate({ firewall: true }, 'firewall');
    firewall.hasResourceProperties('AWS::WAFv2::WebACL', {
      Scope: 'CLOUDFRONT',
      Rules: Match.arrayWith([
        Match.objectLike({ Statement: { RateBasedStatement: { Limit: 500, AggregateKeyType: 'IP' } } }),
      ]),
    });
  });
});

describe('settings of a stage', () => {
  it('name an unknown stage', () => {
    expect(() => stageApp({ stage: 'test' })).toThrow('There is no stage "test" in cdk.json; it has dev, prod.');
  });

  it('name what is wrong with them', () => {
    expect(() => stageApp({ alarmEmail: 'nobody' })).toThrow(/alarmEmail/);
  });

  it('want a certificate with a domain', () => {
    expect(() => stageApp({ domain: 'faq.example.org' })).toThrow('domain and certificateArn go together');
  });

  it('refuse a name that nothing reads', () => {
    const stages = { dev: { ...(stagesOf().dev as object), keepDay: 1 } };
    expect(() => stageApp({ stages })).toThrow(/keepDay/);
  });
});

function stagesOf() {
  return z
    .object({ context: z.object({ stages: z.record(z.string(), z.unknown()) }) })
    .parse(JSON.parse(readFileSync('cdk.json', 'utf8'))).context.stages;
}
