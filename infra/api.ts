/** The API: one function behind an HTTP API, which limits the rate and logs each request. */
import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { type HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import {
  SUPPORT_TOPIC_VARIABLE,
  USER_POOL_CLIENT_VARIABLE,
  USER_POOL_VARIABLE,
} from '../functions/maintainers/variables.ts';
import { ACTIVITY_TABLE_VARIABLE, CATALOGUE_TABLE_VARIABLE } from '../functions/store/tables.ts';
import { allowEmbeddings } from './embeddings.ts';
import type { Maintainers } from './maintainers.ts';
import { NodeFunction } from './node-function.ts';
import { originKey } from './origin-key.ts';
import type { StageSettings } from './stage-settings.ts';
import type { Tables } from './tables.ts';

export interface ApiProps {
  readonly http: HttpApi;
  readonly bundle: string;
  readonly tables: Tables;
  readonly maintainers: Maintainers;
  /** Told of tickets and bad marks. */
  readonly support: Topic;
  readonly settings: StageSettings;
  readonly version: string;
}

/** What a line of the access log says: no address, no browser, no query string (it may hold a question). */
const ACCESS_LOG_FIELDS = {
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  integrationError: '$context.integrationErrorMessage',
  bytes: '$context.responseLength',
};

export class Api extends Construct {
  readonly function: NodeFunction;
  readonly stage: HttpStage;
  private readonly http: HttpApi;

  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id);
    this.http = props.http;
    this.function = this.handler(props);
    this.addRoutes();
    this.stage = this.addStage(props.settings);
  }

  private handler({ bundle, tables, maintainers, support, settings, version }: ApiProps): NodeFunction {
    const api = new NodeFunction(this, 'Function', {
      bundle,
      description: 'Answers questions',
      // A reply takes milliseconds; the memory buys the share of a core that loads the catalogue at a cold start.
      memoryMib: 1024,
      // Two reads of 1.5 s with one retry each, and a cold start; API Gateway itself gives up after 30 s.
      timeoutSeconds: 10,
      environment: {
        [CATALOGUE_TABLE_VARIABLE]: tables.catalogue.tableName,
        [ACTIVITY_TABLE_VARIABLE]: tables.activity.tableName,
        KEEP_DAYS: String(settings.keepDays),
        TICKET_KEEP_DAYS: String(settings.ticketKeepDays),
        RATE_LIMIT: String(settings.requestsPerMinutePerClient),
        ALLOWED_ORIGINS: settings.allowedOrigins.join(','),
        VERSION: version,
        [SUPPORT_TOPIC_VARIABLE]: support.topicArn,
        [USER_POOL_VARIABLE]: maintainers.pool.userPoolId,
        [USER_POOL_CLIENT_VARIABLE]: maintainers.client.userPoolClientId,
        ORIGIN_KEY: originKey(this),
      },
      settings,
    });
    api.allow(['dynamodb:GetItem', 'dynamodb:Query'], [tables.catalogue.tableArn]);
    api.allow(
      ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'].map(
        (action) => `dynamodb:${action}`,
      ),
      [tables.activity.tableArn],
    );
    support.grantPublish(api.handler);
    allowEmbeddings(api, settings);
    return api;
  }

  private addRoutes(): void {
    const integration = new HttpLambdaIntegration('Integration', this.function.handler);
    // One route for everything: the app knows its paths, and checks the tokens of maintainers itself, so that a refusal
    // has the same shape in the cloud and on a developer's machine.
    for (const route of this.http.addRoutes({ path: '/{path+}', methods: [HttpMethod.ANY], integration })) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'Visitors ask without an account; requests are limited in rate, size and number a day.',
      });
    }
  }

  private addStage({ requestsPerSecond, burst, logRetentionDays }: StageSettings): HttpStage {
    const logGroup = new LogGroup(this, 'AccessLogs', {
      retention: logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    return new HttpStage(this, 'Stage', {
      httpApi: this.http,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: requestsPerSecond, burstLimit: burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG_FIELDS)),
      },
    });
  }
}
