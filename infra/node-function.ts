/** What every function of the project shares; a stack states only what differs. */
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { StageSettings } from './stage-settings.ts';

export interface NodeFunctionProps {
  /** The folder that holds `index.mjs`. */
  readonly bundle: string;
  readonly description: string;
  readonly memoryMib: number;
  readonly timeoutSeconds: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly settings: StageSettings;
}

export class NodeFunction extends Construct {
  readonly handler: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: NodeFunctionProps) {
    super(scope, id);
    const { bundle, description, memoryMib, timeoutSeconds, environment, settings } = props;
    this.logGroup = new LogGroup(this, 'Logs', {
      retention: settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // Not the managed basic role: this one may write to its own log group alone.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.logGroup.grantWrite(role);
    this.handler = new LambdaFunction(this, 'Handler', {
      code: Code.fromAsset(bundle),
      handler: 'index.handler',
      // The runtime whose end of support is furthest away; arm64 costs a fifth less for the same time.
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      description,
      memorySize: memoryMib,
      timeout: Duration.seconds(timeoutSeconds),
      environment: { POWERTOOLS_SERVICE_NAME: 'simtolk', ...environment },
      logGroup: this.logGroup,
      role,
      tracing: Tracing.ACTIVE,
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'xray:PutTraceSegments and xray:PutTelemetryRecords know no resources: AWS allows * alone.',
    });
  }

  /** Lets the function do exactly these actions on exactly these resources. */
  allow(actions: readonly string[], resources: readonly string[]): void {
    this.handler.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
  }
}
