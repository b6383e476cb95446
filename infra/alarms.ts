/** When to wake somebody: each alarm has its heading in docs/runbook.md. */
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { ServiceMetrics } from './metrics.ts';
import type { StageSettings } from './stage-settings.ts';

interface AlarmRule {
  /** Also the heading in the runbook. */
  readonly name: string;
  readonly what: string;
  readonly metric: IMetric;
  /** The alarm goes off above this. */
  readonly above: number;
  /** In so many of the last periods of five minutes… */
  readonly inPeriods: number;
  readonly ofPeriods: number;
}

const SLOW_MS = 2000;

/** Adds the alarms. With the daily ceiling and the digest they look at nine metrics: AWS gives ten free of charge. */
export function addAlarms(scope: Construct, metrics: ServiceMetrics, settings: StageSettings): readonly Alarm[] {
  return rulesFor(metrics).map(({ name, what, metric, above, inPeriods, ofPeriods }) => {
    return new Alarm(scope, name.replaceAll(' ', ''), {
      alarmName: alarmName(settings, name),
      alarmDescription: describeAlarm(name, what),
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      datapointsToAlarm: inPeriods,
      evaluationPeriods: ofPeriods,
      // Nobody asking at night is no fault.
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  });
}

/** Returns the alarm's name in the account. */
export function alarmName({ name: stage }: StageSettings, name: string): string {
  return `Simtolk ${stage}: ${name}`;
}

/** Returns the text that is mailed with the alarm. */
export function describeAlarm(name: string, what: string): string {
  return `${what} What to do: docs/runbook.md#${name.toLowerCase().replaceAll(' ', '-')}`;
}

function rulesFor(metrics: ServiceMetrics): readonly AlarmRule[] {
  return [
    {
      name: 'Server errors',
      what: 'Visitors get 5xx replies.',
      metric: metrics.serverErrors,
      above: 2,
      inPeriods: 1,
      ofPeriods: 1,
    },
    {
      name: 'Function errors',
      what: 'The API function fails or runs out of time.',
      metric: metrics.functionErrors,
      above: 0,
      inPeriods: 2,
      ofPeriods: 3,
    },
    {
      name: 'Slow replies',
      what: `One reply in a hundred takes over ${SLOW_MS / 1000} seconds.`,
      metric: metrics.latencyP99,
      above: SLOW_MS,
      inPeriods: 3,
      ofPeriods: 3,
    },
    {
      name: 'Throttled function',
      what: 'The account has no room for more concurrent executions.',
      metric: metrics.functionThrottles,
      above: 0,
      inPeriods: 2,
      ofPeriods: 3,
    },
    {
      name: 'Stale answers',
      what: 'The catalogue table cannot be read; answers come from the last good copy.',
      metric: metrics.staleAnswers,
      above: 0,
      inPeriods: 2,
      ofPeriods: 3,
    },
    {
      name: 'Throttled tables',
      what: 'DynamoDB refuses requests because there are too many.',
      metric: metrics.tableThrottles,
      above: 0,
      inPeriods: 2,
      ofPeriods: 3,
    },
  ];
}
