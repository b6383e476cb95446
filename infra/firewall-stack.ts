/** The firewall, an option: its own stack, because what guards CloudFront must live in us-east-1. */
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

export interface FirewallStackProps extends StackProps {
  readonly stage: string;
}

/** Requests in five minutes from one address; a person types two a minute. */
const MOST_FROM_ONE_ADDRESS = 500;

const MANAGED_RULES = ['AWSManagedRulesAmazonIpReputationList', 'AWSManagedRulesKnownBadInputsRuleSet'];

export class FirewallStack extends Stack {
  constructor(scope: Construct, id: string, { stage, ...props }: FirewallStackProps) {
    super(scope, id, { ...props, env: { region: 'us-east-1' } });
    const visible = (metricName: string) => ({
      metricName: `simtolk-${stage}-${metricName}`,
      cloudWatchMetricsEnabled: true,
      sampledRequestsEnabled: false,
    });
    const managed = MANAGED_RULES.map((name, at) => ({
      name,
      priority: at + 1,
      overrideAction: { none: {} },
      statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
      visibilityConfig: visible(name),
    }));
    const flood = {
      name: 'flood',
      priority: 0,
      action: { block: { customResponse: { responseCode: 429 } } },
      statement: { rateBasedStatement: { limit: MOST_FROM_ONE_ADDRESS, aggregateKeyType: 'IP' } },
      visibilityConfig: visible('flood'),
    };
    const acl = new CfnWebACL(this, 'Firewall', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      rules: [flood, ...managed],
      visibilityConfig: visible('firewall'),
    });
    new CfnOutput(this, 'WebAclArn', { value: acl.attrArn, description: 'Set it as webAclArn of the stage' });
  }
}
