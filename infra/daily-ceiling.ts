/** Closes the API when it was asked more often in 24 hours than it is meant to be: a bill has an end. */
import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Construct } from 'constructs';
import { alarmName, describeAlarm } from './alarms.ts';
import type { Api } from './api.ts';
import { NodeFunction } from './node-function.ts';
import type { StageSettings } from './stage-settings.ts';

/** The variable that `functions/daily-ceiling.ts` reads. */
export const API_FUNCTION_VARIABLE = 'API_FUNCTION';
const NAME = 'Daily ceiling';

export interface DailyCeilingProps {
  readonly bundle: string;
  readonly api: Api;
  readonly settings: StageSettings;
}

export class DailyCeiling extends Construct {
  readonly alarm: Alarm;

  constructor(scope: Construct, id: string, { bundle, api, settings }: DailyCeilingProps) {
    super(scope, id);
    const { handler } = api.function;
    const closer = new NodeFunction(this, 'Closer', {
      bundle,
      description: 'Closes the API function above the daily ceiling, and opens it again',
      // One call to Lambda; the least that starts the SDK in about a second.
      memoryMib: 256,
      timeoutSeconds: 30,
      environment: { [API_FUNCTION_VARIABLE]: handler.functionName },
      settings,
    });
    closer.allow(['lambda:PutFunctionConcurrency', 'lambda:DeleteFunctionConcurrency'], [handler.functionArn]);
    this.alarm = new Alarm(this, 'Alarm', {
      alarmName: alarmName(settings, NAME),
      alarmDescription: describeAlarm(NAME, `Over ${settings.requestsPerDay} requests in 24 hours; the API is closed.`),
      // A sliding day, looked at every minute; refused requests do not count, so the API opens by itself.
      metric: handler.metricInvocations({ period: Duration.days(1), statistic: Stats.SUM }),
      threshold: settings.requestsPerDay,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    const action = new LambdaAction(closer.handler);
    this.alarm.addAlarmAction(action);
    this.alarm.addOkAction(action);
  }
}
