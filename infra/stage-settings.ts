/** What differs between stages: read from the context of `cdk.json`, each value replaceable with `-c name=value`. */
import type { Node } from 'constructs';
import * as z from 'zod';
import { DEFAULT_CALLS_PER_DAY, DEFAULT_TIME_LIMIT_MS, EMBEDDING_MODELS } from '../functions/embeddings/variables.ts';

const fromCommandLine = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').filter((part) => part !== '') : value),
  z.array(z.url({ protocol: /^https$/ })),
);
const flag = z.preprocess((value) => (typeof value === 'string' ? value === 'true' : value), z.boolean());
const amount = z.coerce.number().positive();

const stageSettings = z
  .strictObject({
    logRetentionDays: amount.int(),
    /** Days after which a turn is forgotten. */
    keepDays: amount.int(),
    ticketKeepDays: amount.int(),
    /** Tables, bucket and user pool outlive the stack, and tables refuse to be deleted. */
    retainData: flag,
    requestsPerSecond: amount,
    burst: amount.int(),
    requestsPerMinutePerClient: amount.int(),
    /** The API closes itself above this number of requests in 24 hours. */
    requestsPerDay: amount.int(),
    monthlyBudgetUsd: amount,
    /** Origins of other sites that embed the widget. */
    allowedOrigins: fromCommandLine,
    /** How often maintainers get a digest, at which hour (UTC), and in which language. */
    digest: z.enum(['daily', 'weekly']).default('daily'),
    digestHourUtc: z.coerce.number().int().min(0).max(23).default(6),
    digestLocale: z.enum(['zh', 'zh-Hant', 'en', 'nl']).default('en'),
    /** The model of Amazon Bedrock that looks again at doubtful questions; without one, none does. */
    embeddingModel: z.enum(EMBEDDING_MODELS).optional(),
    /** Calls of that model in a day (UTC), then the words alone decide. */
    embeddingCallsPerDay: amount.int().default(DEFAULT_CALLS_PER_DAY),
    /** How long a doubtful question may wait for its second look. */
    embeddingTimeLimitMs: amount.int().default(DEFAULT_TIME_LIMIT_MS),
    /** Where alarms, tickets, digests and budget warnings go. */
    alarmEmail: z.email().optional(),
    domain: z.string().min(4).optional(),
    /** A certificate for the domain, in us-east-1, as CloudFront wants it. */
    certificateArn: z.string().startsWith('arn:aws:acm:us-east-1:').optional(),
    hostedZoneId: z.string().optional(),
    hostedZoneName: z.string().optional(),
    /** A web ACL of scope CLOUDFRONT; the stack `Simtolk-<stage>-firewall` makes one. */
    webAclArn: z.string().startsWith('arn:aws:wafv2:us-east-1:').optional(),
    /** Adds the firewall's stack. */
    firewall: flag.default(false),
  })
  .refine(({ domain, certificateArn }) => (domain === undefined) === (certificateArn === undefined), {
    message: 'domain and certificateArn go together',
  })
  .refine(({ hostedZoneId, hostedZoneName }) => (hostedZoneId === undefined) === (hostedZoneName === undefined), {
    message: 'hostedZoneId and hostedZoneName go together',
  });

export interface StageSettings extends z.infer<typeof stageSettings> {
  readonly name: string;
}

export const SETTING_NAMES = Object.keys(stageSettings.shape) as (keyof typeof stageSettings.shape)[];

/** Returns the settings of the stage that the context names (`dev` without one). Throws an Error that names what is wrong. */
export function readStageSettings(node: Node): StageSettings {
  const name: unknown = node.tryGetContext('stage') ?? 'dev';
  const stages = z.record(z.string(), z.record(z.string(), z.unknown())).parse(node.tryGetContext('stages'));
  const stage = typeof name === 'string' ? stages[name] : undefined;
  if (typeof name !== 'string' || !stage)
    throw new Error(`There is no stage "${String(name)}" in cdk.json; it has ${Object.keys(stages).join(', ')}.`);
  const given = SETTING_NAMES.map((setting) => [setting, node.tryGetContext(setting)] as const);
  const replaced = Object.fromEntries(given.filter(([, value]) => value !== undefined));
  const parsed = stageSettings.safeParse({ ...stage, ...replaced });
  if (!parsed.success) throw new Error(`Wrong settings of stage ${name}:\n${z.prettifyError(parsed.error)}`);
  return { name, ...parsed.data };
}
