/** One page that shows how the service does. */

import { Stack } from 'aws-cdk-lib';
import { type Alarm, AlarmStatusWidget, Dashboard, GraphWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { ServiceMetrics } from './metrics.ts';

/** Adds the dashboard: AWS gives three free of charge. */
export function addDashboard(scope: Construct, metrics: ServiceMetrics, alarms: readonly Alarm[]): Dashboard {
  const graph = (title: string, left: readonly IMetric[]) => new GraphWidget({ title, left: [...left], width: 12 });
  return new Dashboard(scope, 'Dashboard', {
    dashboardName: Stack.of(scope).stackName,
    widgets: [
      [new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 24 })],
      [
        graph('Requests', [metrics.requests, metrics.clientErrors, metrics.serverErrors]),
        graph('Latency (ms)', [metrics.latencyP50, metrics.latencyP99]),
      ],
      [
        graph('Function', [metrics.functionErrors, metrics.functionThrottles]),
        graph('Tables', [metrics.tableThrottles, metrics.staleAnswers]),
      ],
    ],
  });
}
