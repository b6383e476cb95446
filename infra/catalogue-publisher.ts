/** Publishes the FAQ as part of a deployment: a deployment that fails to publish fails, and the old version stays. */
import { CustomResource, Duration, FileSystem } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { CATALOGUE_TABLE_VARIABLE } from '../functions/store/tables.ts';
import { allowEmbeddings } from './embeddings.ts';
import { NodeFunction } from './node-function.ts';
import type { StageSettings } from './stage-settings.ts';

export interface CataloguePublisherProps {
  readonly bundle: string;
  readonly table: Table;
  readonly settings: StageSettings;
}

const TIMEOUT_SECONDS = 600;

export class CataloguePublisher extends Construct {
  readonly publisher: NodeFunction;

  constructor(scope: Construct, id: string, { bundle, table, settings }: CataloguePublisherProps) {
    super(scope, id);
    this.publisher = new NodeFunction(this, 'Publisher', {
      bundle,
      description: 'Publishes the FAQ that is bundled with it as the next version of the catalogue',
      // Training takes about 1 GB and 20 s of one core; this much memory comes with 1.7 cores.
      memoryMib: 3008,
      timeoutSeconds: TIMEOUT_SECONDS,
      environment: { [CATALOGUE_TABLE_VARIABLE]: table.tableName, NODE_OPTIONS: '--enable-source-maps' },
      settings,
    });
    this.publisher.allow(
      ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:BatchWriteItem'],
      [table.tableArn],
    );
    allowEmbeddings(this.publisher, settings);
    const { embeddingModel } = settings;
    const resource = new CustomResource(this, 'Publication', {
      serviceToken: this.publisher.handler.functionArn,
      resourceType: 'Custom::CataloguePublication',
      // CloudFormation calls the publisher again when the function's files change: content, lexicons or compiler; and
      // when another model is to make the vectors.
      properties: { Content: FileSystem.fingerprint(bundle), ...(embeddingModel && { Embeddings: embeddingModel }) },
      // A publisher that dies without a word would otherwise hold the deployment for an hour.
      serviceTimeout: Duration.seconds(TIMEOUT_SECONDS + 60),
    });
    // The rights must be there before the first publication starts.
    resource.node.addDependency(this.publisher);
  }
}
