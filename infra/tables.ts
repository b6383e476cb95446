/** Two tables, so that the API can be kept from writing what it answers from. */
import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { EXPIRY_ATTRIBUTE, PARTITION_KEY, SORT_KEY } from '../functions/store/tables.ts';
import type { StageSettings } from './stage-settings.ts';

export class Tables extends Construct {
  /** Published versions of the catalogue: the API reads, the publisher writes. */
  readonly catalogue: Table;
  /** Conversations and what visitors leave behind: personal, so items expire. */
  readonly activity: Table;

  constructor(scope: Construct, id: string, settings: StageSettings) {
    super(scope, id);
    this.catalogue = this.table('Catalogue', settings);
    this.activity = this.table('Activity', settings, EXPIRY_ATTRIBUTE);
  }

  private table(id: string, { retainData }: StageSettings, timeToLiveAttribute?: string): Table {
    return new Table(this, id, {
      partitionKey: { name: PARTITION_KEY, type: AttributeType.STRING },
      sortKey: { name: SORT_KEY, type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      // AWS's own key: encrypted at rest, and no charge for each request as with a key of the account.
      encryption: TableEncryption.DEFAULT,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: retainData,
      removalPolicy: retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      ...(timeToLiveAttribute && { timeToLiveAttribute }),
    });
  }
}
