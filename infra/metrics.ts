/** The figures that alarms and the dashboard look at; all but one are free ones of AWS. */
import { Duration, Stack } from 'aws-cdk-lib';
import { type IMetric, MathExpression, type Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Api } from './api.ts';
import type { Tables } from './tables.ts';

export interface ServiceMetrics {
  readonly requests: Metric;
  readonly serverErrors: Metric;
  readonly clientErrors: Metric;
  readonly latencyP50: Metric;
  readonly latencyP99: Metric;
  readonly functionErrors: Metric;
  readonly functionThrottles: Metric;
  readonly staleAnswers: Metric;
  readonly tableThrottles: IMetric;
}

/** Words that `functions/store/catalogue-cache.ts` logs when answers come from the last good copy. */
const STALE_EVENT = 'catalogue check failed';
const FIVE_MINUTES = { period: Duration.minutes(5), statistic: Stats.SUM };

/** Returns the metrics of the service's parts. */
export function serviceMetrics(scope: Construct, { api, tables }: { api: Api; tables: Tables }): ServiceMetrics {
  const { stage } = api;
  const { handler, logGroup } = api.function;
  const stale = logGroup.addMetricFilter('StaleAnswers', {
    metricNamespace: 'Simtolk',
    metricName: `${Stack.of(scope).stackName}-stale-answers`,
    filterPattern: FilterPattern.stringValue('$.message', '=', STALE_EVENT),
  });
  return {
    requests: stage.metricCount(FIVE_MINUTES),
    serverErrors: stage.metricServerError(FIVE_MINUTES),
    clientErrors: stage.metricClientError(FIVE_MINUTES),
    latencyP50: stage.metricLatency({ ...FIVE_MINUTES, statistic: Stats.p(50) }),
    latencyP99: stage.metricLatency({ ...FIVE_MINUTES, statistic: Stats.p(99) }),
    functionErrors: handler.metricErrors(FIVE_MINUTES),
    functionThrottles: handler.metricThrottles(FIVE_MINUTES),
    staleAnswers: stale.metric(FIVE_MINUTES),
    tableThrottles: throttlesOf(tables),
  };
}

/** The two that visitors feel; a metric more in an alarm costs as much as an alarm. */
function throttlesOf({ catalogue, activity }: Tables): IMetric {
  return new MathExpression({
    expression: 'FILL(reads, 0) + FILL(writes, 0)',
    label: 'Throttled requests to tables',
    period: Duration.minutes(5),
    usingMetrics: {
      reads: catalogue.metric('ReadThrottleEvents', FIVE_MINUTES),
      writes: activity.metric('WriteThrottleEvents', FIVE_MINUTES),
    },
  });
}
