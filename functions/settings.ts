/** The settings of a function, from its environment; a missing or wrong one stops the start and is named. */
import * as z from 'zod';
import {
  DEFAULT_CALLS_PER_DAY,
  DEFAULT_TIME_LIMIT_MS,
  EMBEDDING_CALLS_VARIABLE,
  EMBEDDING_MODEL_VARIABLE,
  EMBEDDING_MODELS,
  EMBEDDING_TIME_VARIABLE,
  type EmbeddingModelId,
} from './embeddings/variables.ts';
import { SUPPORT_TOPIC_VARIABLE, USER_POOL_CLIENT_VARIABLE, USER_POOL_VARIABLE } from './maintainers/variables.ts';
import { ACTIVITY_TABLE_VARIABLE, CATALOGUE_TABLE_VARIABLE } from './store/tables.ts';

export interface Settings {
  readonly catalogueTable: string;
  readonly activityTable: string;
  /** Days after which a turn is forgotten. */
  readonly keepDays: number;
  /** Days after which a ticket is forgotten. */
  readonly ticketKeepDays: number;
  /** The topic that hears of new tickets; without one, the log does. */
  readonly supportTopic?: string;
  /** Whose tokens open the maintainers' routes; without one, nobody's do. */
  readonly userPool?: { readonly userPoolId: string; readonly clientId: string };
  /** What CloudFront proves itself with; without one, nothing stands before the function. */
  readonly originKey?: string;
  /** A second look at doubtful questions; without it, none is taken. */
  readonly embeddings?: EmbeddingSettings;
  /** Requests a minute from one client, 0 for no limit. */
  readonly requestsPerMinute: number;
  readonly allowedOrigins: readonly string[];
  readonly version: string;
}

export interface EmbeddingSettings {
  readonly model: EmbeddingModelId;
  readonly callsPerDay: number;
  readonly timeLimitMs: number;
}

const environment = z.object({
  [CATALOGUE_TABLE_VARIABLE]: z.string().min(3),
  [ACTIVITY_TABLE_VARIABLE]: z.string().min(3),
  KEEP_DAYS: z.coerce.number().int().positive().default(90),
  TICKET_KEEP_DAYS: z.coerce.number().int().positive().default(180),
  [SUPPORT_TOPIC_VARIABLE]: z.string().startsWith('arn:').optional(),
  [USER_POOL_VARIABLE]: z.string().min(1).optional(),
  [USER_POOL_CLIENT_VARIABLE]: z.string().min(1).optional(),
  ORIGIN_KEY: z.string().min(16).optional(),
  [EMBEDDING_MODEL_VARIABLE]: z.enum(EMBEDDING_MODELS).optional(),
  [EMBEDDING_CALLS_VARIABLE]: z.coerce.number().int().positive().default(DEFAULT_CALLS_PER_DAY),
  [EMBEDDING_TIME_VARIABLE]: z.coerce.number().int().positive().default(DEFAULT_TIME_LIMIT_MS),
  RATE_LIMIT: z.coerce.number().int().min(0).default(60),
  ALLOWED_ORIGINS: z.string().default(''),
  VERSION: z.string().default('dev'),
});

/** Returns the settings. Throws an Error that names every variable that is missing or wrong. */
export function readSettings(variables: Readonly<Record<string, string | undefined>>): Settings {
  const parsed = parseEnvironment(environment, variables);
  const { [SUPPORT_TOPIC_VARIABLE]: supportTopic } = parsed;
  const { [EMBEDDING_MODEL_VARIABLE]: model } = parsed;
  const embeddings = model && {
    model,
    callsPerDay: parsed[EMBEDDING_CALLS_VARIABLE],
    timeLimitMs: parsed[EMBEDDING_TIME_VARIABLE],
  };
  const { [USER_POOL_VARIABLE]: userPoolId, [USER_POOL_CLIENT_VARIABLE]: clientId } = parsed;
  return {
    catalogueTable: parsed[CATALOGUE_TABLE_VARIABLE],
    activityTable: parsed[ACTIVITY_TABLE_VARIABLE],
    keepDays: parsed.KEEP_DAYS,
    ticketKeepDays: parsed.TICKET_KEEP_DAYS,
    ...(supportTopic !== undefined && { supportTopic }),
    ...(userPoolId !== undefined && clientId !== undefined && { userPool: { userPoolId, clientId } }),
    ...(parsed.ORIGIN_KEY !== undefined && { originKey: parsed.ORIGIN_KEY }),
    ...(embeddings && { embeddings }),
    requestsPerMinute: parsed.RATE_LIMIT,
    allowedOrigins: parsed.ALLOWED_ORIGINS.split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
    version: parsed.VERSION,
  };
}

/**
 * Parses environment variables; an empty one is as good as none, and no 0. Throws an Error that names every variable
 * that is missing or wrong.
 */
export function parseEnvironment<T extends z.ZodType>(
  schema: T,
  variables: Readonly<Record<string, string | undefined>>,
): z.infer<T> {
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== '')));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`Wrong settings in the environment:\n${faults.join('\n')}`);
}
