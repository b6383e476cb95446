/** What tells people that something is wrong: topics, alarms, a dashboard, a budget, and the daily ceiling. */
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { addAlarms } from './alarms.ts';
import type { Api } from './api.ts';
import { addBudget } from './budget.ts';
import { DailyCeiling } from './daily-ceiling.ts';
import { addDashboard } from './dashboard.ts';
import type { Digest } from './digest.ts';
import { serviceMetrics } from './metrics.ts';
import type { StageSettings } from './stage-settings.ts';
import type { Tables } from './tables.ts';

export interface Watched {
  readonly api: Api;
  readonly tables: Tables;
  readonly ceilingBundle: string;
  readonly digest: Digest;
}

export class Watch extends Construct {
  /** Tickets and bad marks, for the people who answer visitors. */
  readonly support: Topic;
  /** Alarms, for the people who run the service. */
  readonly operations: Topic;
  private readonly settings: StageSettings;

  constructor(scope: Construct, id: string, { settings }: { settings: StageSettings }) {
    super(scope, id);
    this.settings = settings;
    this.support = this.topic('Support', 'Simtolk: tickets and marks');
    this.operations = this.topic('Operations', 'Simtolk: alarms');
    addBudget(this, settings);
  }

  /** Adds what watches the parts of the service; called once they are all there. */
  over({ api, tables, ceilingBundle, digest }: Watched): void {
    const metrics = serviceMetrics(this, { api, tables });
    const ceiling = new DailyCeiling(this, 'DailyCeiling', { bundle: ceilingBundle, api, settings: this.settings });
    const alarms = [...addAlarms(this, metrics, this.settings), ceiling.alarm, digest.alarm];
    for (const alarm of alarms) alarm.addAlarmAction(new SnsAction(this.operations));
    addDashboard(this, metrics, alarms);
  }

  private topic(id: string, displayName: string): Topic {
    const topic = new Topic(this, id, { displayName, enforceSSL: true });
    if (this.settings.alarmEmail) topic.addSubscription(new EmailSubscription(this.settings.alarmEmail));
    return topic;
  }
}
