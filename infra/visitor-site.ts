/** What a visitor's browser speaks to: one address for page, widget and API. */
import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IOrigin,
  OriginProtocolPolicy,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, OriginGroup, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { readCachePolicy } from './cache-policy.ts';
import { addDomainRecords } from './domain-records.ts';
import { ORIGIN_KEY_HEADER, originKey } from './origin-key.ts';
import { PROJECT_ROOT } from './project-root.ts';
import { embeddableHeaders, pageHeaders } from './site-headers.ts';
import type { StageSettings } from './stage-settings.ts';

export interface VisitorSiteProps {
  readonly http: HttpApi;
  readonly settings: StageSettings;
}

/** Reads that are the same for every visitor; the API says how long each may be kept. */
const CACHED_READS = ['/v1/answers', '/v1/entries*', '/v1/support', '/v1/openapi.json'];
/** Files that other sites load. */
const EMBEDDED_FILES = ['/widget.js', '/assets/*'];

export class VisitorSite extends Construct {
  readonly bucket: IBucket;
  readonly distribution: Distribution;
  private readonly settings: StageSettings;

  constructor(scope: Construct, id: string, { http, settings }: VisitorSiteProps) {
    super(scope, id);
    this.settings = settings;
    this.bucket = this.addBucket();
    this.distribution = this.addDistribution(http);
    addDomainRecords(this, this.distribution, settings);
  }

  /** `https://…`, without a slash at the end. */
  get address(): string {
    return `https://${this.settings.domain ?? this.distribution.distributionDomainName}`;
  }

  private addBucket(): IBucket {
    const bucket = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      // Every file is made again by a deployment; the deployment empties the bucket before the stack goes.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'CloudFront alone reads the bucket; a log of its reads would hold nothing that the API does not log.',
    });
    // The CDK's own class misses its interface by one `undefined` under exactOptionalPropertyTypes.
    return bucket as IBucket;
  }

  private addDistribution(http: HttpApi): Distribution {
    const { domain, certificateArn, webAclArn } = this.settings;
    const service = this.serviceOrigin(http);
    const files = this.fileBehavior(service);
    const api = apiBehavior(service);
    const responseHeadersPolicy = pageHeaders(this, this.settings);
    const reads = { ...api, allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS, cachePolicy: readCachePolicy(this) };
    const distribution = new Distribution(this, 'Distribution', {
      comment: `Simtolk ${this.settings.name}`,
      defaultBehavior: { ...files, responseHeadersPolicy },
      additionalBehaviors: {
        ...Object.fromEntries(CACHED_READS.map((path) => [path, reads])),
        '/v1/*': api,
        // The search form of pages without JavaScript.
        '/faq/search': { ...api, allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS, responseHeadersPolicy },
        ...this.embeddedBehaviors(files),
      },
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      ...(domain && { domainNames: [domain] }),
      ...(certificateArn && {
        certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
      ...(webAclArn && { webAclId: webAclArn }),
    });
    acknowledgeDistribution(distribution, this.settings);
    return distribution;
  }

  private fileBehavior(service: IOrigin): BehaviorOptions {
    const pages = new EdgeFunction(this, 'Pages', {
      code: FunctionCode.fromFile({ filePath: `${PROJECT_ROOT}/infra/site-pages.js` }),
      runtime: FunctionRuntime.JS_2_0,
      comment: 'The address of a folder shows its page',
    });
    return {
      // A page that is not there comes from the API as a 404. Error pages of CloudFront would hide the API's own 404s.
      origin: new OriginGroup({
        primaryOrigin: S3BucketOrigin.withOriginAccessControl(this.bucket),
        fallbackOrigin: service,
        fallbackStatusCodes: [403, 404],
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      // The API tells a person, who gets a page in their language, from a program.
      originRequestPolicy: new OriginRequestPolicy(this, 'PageRequests', {
        headerBehavior: OriginRequestHeaderBehavior.allowList('Accept', 'Accept-Language'),
      }),
      compress: true,
      functionAssociations: [{ function: pages, eventType: FunctionEventType.VIEWER_REQUEST }],
    };
  }

  private embeddedBehaviors(files: BehaviorOptions): Record<string, BehaviorOptions> {
    const responseHeadersPolicy = embeddableHeaders(this);
    return Object.fromEntries(EMBEDDED_FILES.map((path) => [path, { ...files, responseHeadersPolicy }]));
  }

  private serviceOrigin(http: HttpApi): IOrigin {
    const stack = Stack.of(this);
    return new HttpOrigin(`${http.apiId}.execute-api.${stack.region}.${stack.urlSuffix}`, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      customHeaders: { [ORIGIN_KEY_HEADER]: originKey(this) },
    });
  }
}

function apiBehavior(origin: IOrigin): BehaviorOptions {
  return {
    origin,
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    // API Gateway answers to its own host name alone.
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    compress: true,
  };
}

function acknowledgeDistribution(distribution: Distribution, { certificateArn, webAclArn }: StageSettings): void {
  const acknowledge = (id: string, reason: string) => Validations.of(distribution).acknowledge({ id, reason });
  acknowledge('AwsSolutions-CFR1', 'Travellers ask from anywhere in the world.');
  acknowledge('AwsSolutions-CFR3', 'Its access log would keep the addresses of visitors; the API logs without them.');
  if (!webAclArn) acknowledge('AwsSolutions-CFR2', 'The firewall is an option (docs/deploy.md): it costs $8 a month.');
  if (!certificateArn)
    acknowledge('AwsSolutions-CFR4', 'Without a domain of its own CloudFront uses its default certificate and policy.');
}
