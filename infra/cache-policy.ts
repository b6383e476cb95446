/** How CloudFront keeps replies that are the same for every visitor. */
import { Duration } from 'aws-cdk-lib';
import { CacheHeaderBehavior, CachePolicy, CacheQueryStringBehavior } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/** Returns the policy: nothing is kept unless the reply says so, and the language asked for is part of the key. */
export function readCachePolicy(scope: Construct): CachePolicy {
  return new CachePolicy(scope, 'Reads', {
    comment: 'Replies without a visitor, as long as they say themselves',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(1),
    headerBehavior: CacheHeaderBehavior.allowList('Accept-Language', 'Origin'),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  });
}
