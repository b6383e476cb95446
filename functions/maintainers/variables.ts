/** Names of the environment variables about maintainers; infra sets them, functions read them. All are optional. */

/** The SNS topic that hears of new tickets. */
export const SUPPORT_TOPIC_VARIABLE = 'SUPPORT_TOPIC_ARN';
/** The Cognito user pool whose tokens are accepted, and its client for the maintainers' page. */
export const USER_POOL_VARIABLE = 'USER_POOL_ID';
export const USER_POOL_CLIENT_VARIABLE = 'USER_POOL_CLIENT_ID';
