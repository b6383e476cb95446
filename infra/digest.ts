/** Mails maintainers on a schedule what happened since the last mail. */
import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Topic } from 'aws-cdk-lib/aws-sns';

import { Construct } from 'constructs';
import { DIGEST_DAYS_VARIABLE, DIGEST_LOCALE_VARIABLE, DIGEST_PAGE_VARIABLE } from '../functions/digest/variables.ts';
import { SUPPORT_TOPIC_VARIABLE } from '../functions/maintainers/variables.ts';
import { ACTIVITY_TABLE_VARIABLE } from '../functions/store/tables.ts';
import { alarmName, describeAlarm } from './alarms.ts';
import { NodeFunction } from './node-function.ts';
import type { StageSettings } from './stage-settings.ts';
import type { Tables } from './tables.ts';

export interface DigestProps {
  readonly bundle: string;
  readonly tables: Tables;
  readonly support: Topic;
  readonly siteAddress: string;
  readonly settings: StageSettings;
}

const NAME = 'Digest not sent';
const DAYS = { daily: 1, weekly: 7 } as const;

export class Digest extends Construct {
  readonly alarm: Alarm;

  constructor(scope: Construct, id: string, { bundle, tables, support, siteAddress, settings }: DigestProps) {
    super(scope, id);
    const { digest, digestHourUtc, digestLocale } = settings;
    const writer = new NodeFunction(this, 'Writer', {
      bundle,
      description: 'Mails what was asked, what went unanswered, bad marks and late tickets',
      // Groups up to a thousand questions by likeness: a second's work with this share of a core.
      memoryMib: 512,
      // A week's reads at the table's slowest, and one mail.
      timeoutSeconds: 60,
      environment: {
        [ACTIVITY_TABLE_VARIABLE]: tables.activity.tableName,
        [SUPPORT_TOPIC_VARIABLE]: support.topicArn,
        [DIGEST_DAYS_VARIABLE]: String(DAYS[digest]),
        [DIGEST_LOCALE_VARIABLE]: digestLocale,
        [DIGEST_PAGE_VARIABLE]: `${siteAddress}/maintainers/`,
      },
      settings,
    });
    writer.allow(['dynamodb:Query', 'dynamodb:BatchGetItem'], [tables.activity.tableArn]);
    support.grantPublish(writer.handler);
    const hour = String(digestHourUtc);
    new Rule(this, 'Schedule', {
      description: 'When maintainers get their digest',
      schedule: Schedule.cron({ minute: '0', hour, ...(digest === 'weekly' && { weekDay: 'MON' }) }),
      targets: [new LambdaFunction(writer.handler, { retryAttempts: 2, maxEventAge: Duration.hours(6) })],
    });
    this.alarm = this.addAlarm(writer, settings);
  }

  private addAlarm({ handler }: NodeFunction, settings: StageSettings): Alarm {
    return new Alarm(this, 'Alarm', {
      alarmName: alarmName(settings, NAME),
      alarmDescription: describeAlarm(NAME, 'The digest for maintainers could not be written or mailed.'),
      metric: handler.metricErrors({ period: Duration.hours(1), statistic: Stats.SUM }),
      threshold: 0,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
