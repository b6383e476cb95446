/** Points the stage's own domain at CloudFront, where Route 53 keeps the domain. */
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import type { StageSettings } from './stage-settings.ts';

/** Adds the records for IPv4 and IPv6, or nothing without a domain and its zone. */
export function addDomainRecords(scope: Construct, distribution: Distribution, settings: StageSettings): void {
  const { domain, hostedZoneId, hostedZoneName } = settings;
  if (!domain || !hostedZoneId || !hostedZoneName) return;
  const zone = HostedZone.fromHostedZoneAttributes(scope, 'Zone', { hostedZoneId, zoneName: hostedZoneName });
  const record = { zone, recordName: `${domain}.`, target: RecordTarget.fromAlias(new CloudFrontTarget(distribution)) };
  new ARecord(scope, 'Address4', record);
  new AaaaRecord(scope, 'Address6', record);
}
