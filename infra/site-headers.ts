/** The security headers of files; the API sets its own. */
import { Aws, Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseCustomHeader,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import type { StageSettings } from './stage-settings.ts';

const STRICT_TRANSPORT = { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: true };

/** Returns the headers of pages: nothing from elsewhere runs, and nobody frames them. */
export function pageHeaders(scope: Construct, { name }: StageSettings): ResponseHeadersPolicy {
  const signIn = `https://simtolk-${name}-${Aws.ACCOUNT_ID}.auth.${Aws.REGION}.amazoncognito.com`;
  return policy(scope, 'PageHeaders', {
    contentSecurityPolicy: {
      contentSecurityPolicy: [
        "default-src 'none'",
        "script-src 'self'",
        // The API's documentation styles itself inline; every page narrows this in its own policy.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        `connect-src 'self' ${signIn}`,
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
      override: true,
    },
    frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
  });
}

/** Returns the headers of the widget and its parts, which pages of other sites load. */
export function embeddableHeaders(scope: Construct): ResponseHeadersPolicy {
  return policy(scope, 'EmbeddableHeaders', {}, [
    { header: 'Cross-Origin-Resource-Policy', value: 'cross-origin', override: true },
    // Subresource integrity needs the answer to be readable by the embedding page.
    { header: 'Access-Control-Allow-Origin', value: '*', override: true },
  ]);
}

function policy(
  scope: Construct,
  id: string,
  security: ResponseSecurityHeadersBehavior,
  others: ResponseCustomHeader[] = [],
): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: {
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: true },
      strictTransportSecurity: STRICT_TRANSPORT,
      ...security,
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()', override: true },
        ...others,
      ],
    },
  });
}
