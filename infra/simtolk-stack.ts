/** All of one stage: what visitors speak to, what it keeps, who looks after it, and what warns them. */
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { Api } from './api.ts';
import type { FunctionBundles } from './bundle-functions.ts';
import { CataloguePublisher } from './catalogue-publisher.ts';
import { Digest } from './digest.ts';
import { Maintainers } from './maintainers.ts';
import { SiteFiles } from './site-files.ts';
import type { StageSettings } from './stage-settings.ts';
import { Tables } from './tables.ts';
import { VisitorSite } from './visitor-site.ts';
import { Watch } from './watch.ts';

export interface SimtolkStackProps extends StackProps {
  readonly settings: StageSettings;
  readonly bundles: Pick<FunctionBundles, 'folderOf'>;
  readonly siteFolder: string;
  /** Version of the product, which `health` tells. */
  readonly version: string;
}

export class SimtolkStack extends Stack {
  constructor(scope: Construct, id: string, { settings, bundles, siteFolder, version, ...props }: SimtolkStackProps) {
    super(scope, id, { ...props, terminationProtection: settings.retainData });
    const tables = new Tables(this, 'Tables', settings);
    const http = new HttpApi(this, 'Http', { apiName: id, createDefaultStage: false });
    const site = new VisitorSite(this, 'Site', { http, settings });
    const maintainers = new Maintainers(this, 'Maintainers', settings, site.address);
    new CataloguePublisher(this, 'Catalogue', {
      bundle: bundles.folderOf('publish'),
      table: tables.catalogue,
      settings,
    });
    const watch = new Watch(this, 'Watch', { settings });
    const api = new Api(this, 'Api', {
      http,
      tables,
      maintainers,
      settings,
      version,
      support: watch.support,
      bundle: bundles.folderOf('api'),
    });
    const digest = new Digest(this, 'Digest', {
      tables,
      settings,
      support: watch.support,
      siteAddress: site.address,
      bundle: bundles.folderOf('digest'),
    });
    watch.over({ api, tables, digest, ceilingBundle: bundles.folderOf('daily-ceiling') });
    new SiteFiles(this, 'SiteFiles', { folder: siteFolder, site, maintainers, settings });
    new CfnOutput(this, 'Address', { value: site.address, description: 'Page, widget and API' });
    new CfnOutput(this, 'CatalogueTable', { value: tables.catalogue.tableName });
    new CfnOutput(this, 'ActivityTable', { value: tables.activity.tableName });
    new CfnOutput(this, 'UserPool', { value: maintainers.pool.userPoolId });
  }
}
