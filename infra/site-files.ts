/** Puts the built page into its bucket, and tells each file's readers how long to keep it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CfnElement, RemovalPolicy, Size, Stack, Validations } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import type { Maintainers } from './maintainers.ts';
import type { StageSettings } from './stage-settings.ts';
import type { VisitorSite } from './visitor-site.ts';

export interface SiteFilesProps {
  /** The folder that `npm run build:web` writes. */
  readonly folder: string;
  readonly site: VisitorSite;
  readonly maintainers: Maintainers;
  readonly settings: StageSettings;
}

/** Their names hold a hash of their content. */
const HASHED_FILES = 'assets/*';

export class SiteFiles extends Construct {
  constructor(scope: Construct, id: string, { folder, site, maintainers, settings }: SiteFilesProps) {
    super(scope, id);
    requireBuiltSite(folder);
    const logGroup = new LogGroup(this, 'Logs', {
      retention: settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const shared = {
      destinationBucket: site.bucket,
      memoryLimit: 512,
      ephemeralStorageSize: Size.mebibytes(512),
      logGroup,
      // Deletes the files with the stack, so that the bucket can go too.
      retainOnDelete: false,
    };
    const hashed = new BucketDeployment(this, 'HashedFiles', {
      ...shared,
      sources: [Source.asset(folder)],
      exclude: ['*'],
      include: [HASHED_FILES],
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
      // Pages that are open during a deployment still load the parts of before.
      prune: false,
    });
    const pages = new BucketDeployment(this, 'Pages', {
      ...shared,
      sources: [Source.asset(folder), Source.jsonData('config.json', pageConfig(maintainers))],
      exclude: [HASHED_FILES],
      // Asked for again each time, so that no invalidation is needed: the deployer may not touch CloudFront.
      cacheControl: [CacheControl.fromString('public, max-age=0, must-revalidate')],
    });
    // Pages come last: they name hashed files that must be there.
    pages.node.addDependency(hashed);
    acknowledgeDeployer(site.bucket);
  }
}

/** What the maintainers' page must know to sign somebody in. */
function pageConfig({ domain, client, pool }: Maintainers) {
  return {
    signIn: {
      address: domain.baseUrl(),
      issuer: pool.userPoolProviderUrl,
      clientId: client.userPoolClientId,
    },
  };
}

function requireBuiltSite(folder: string): void {
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`${folder} holds no index.html: run "npm run build:web" first.`);
}

/** The deployer comes with the CDK: what it is and may do is listed here, and anything beyond it stops a synth. */
function acknowledgeDeployer(bucket: IBucket): void {
  const stack = Stack.of(bucket);
  const deployer = stack.node.children.find(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'));
  const files = bucket.node.defaultChild;
  if (!deployer || !CfnElement.isCfnElement(files)) throw new Error('The CDK has moved its bucket deployer.');
  const acknowledge = (reason: string, ...ids: readonly string[]) =>
    Validations.of(deployer).acknowledge(...ids.map((id) => ({ id: `AwsSolutions-${id}`, reason })));
  acknowledge('The CDK chooses the runtime of its own deployer.', 'L1');
  acknowledge(
    'The CDK gives its deployer the managed role for logs.',
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
  );
  acknowledge(
    'Families of read and write actions, on the bucket of assets and the bucket of the site alone.',
    ...['s3:GetBucket*', 's3:GetObject*', 's3:List*', 's3:Abort*', 's3:DeleteObject*'].map(
      (it) => `IAM5[Action::${it}]`,
    ),
  );
  acknowledge(
    'Every file of the bucket of assets may be part of the site, and every file of the site is replaced.',
    'IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*]',
    `IAM5[Resource::<${stack.getLogicalId(files)}.Arn>/*]`,
  );
}
