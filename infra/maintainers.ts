/** Who may see the maintainers' page: a user pool with two roles, and a sign-in page that Cognito hosts. */
import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  FeaturePlan,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolClient,
  type UserPoolDomain,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { StageSettings } from './stage-settings.ts';

export const ROLES = { maintainer: 'May read all and change tickets', reader: 'May read all' } as const;

export class Maintainers extends Construct {
  readonly pool: UserPool;
  readonly domain: UserPoolDomain;
  private readonly settings: StageSettings;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, settings: StageSettings, siteAddress: string) {
    super(scope, id);
    this.settings = settings;
    this.pool = this.addPool();
    const stack = Stack.of(this);
    this.domain = this.pool.addDomain('SignIn', {
      cognitoDomain: { domainPrefix: `simtolk-${settings.name}-${stack.account}` },
    });
    this.client = new UserPoolClient(this, 'Page', {
      userPool: this.pool,
      // A page cannot keep a secret: authorisation code with PKCE instead.
      generateSecret: false,
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
        callbackUrls: [`${siteAddress}/maintainers/`],
        logoutUrls: [`${siteAddress}/maintainers/`],
      },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(1),
    });
    for (const [groupName, description] of Object.entries(ROLES)) {
      new CfnUserPoolGroup(this, groupName, { groupName, description, userPoolId: this.pool.userPoolId });
    }
  }

  private addPool(): UserPool {
    const { retainData } = this.settings;
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: retainData,
      removalPolicy: retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    Validations.of(pool).acknowledge({
      id: 'AwsSolutions-COG8',
      reason: 'Threat protection costs money for each user; a handful of maintainers sign in with a second factor.',
    });
    return pool;
  }
}
