/** Settings of the local server, from the environment; a wrong one is named. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { parseEnvironment } from '../functions/settings.ts';
import { PROJECT_ROOT } from './read-content.ts';

export interface LocalSettings {
  readonly port: number;
  readonly host: string;
  /** Where the embedded table lives; undefined keeps it in memory. */
  readonly dataDir?: string;
  readonly dynamodbEndpoint?: string;
  readonly adminToken?: string;
  readonly requestsPerMinute: number;
  readonly webFolder: string;
  /** The clock that opening hours go by: the machine's, unless a test brings its own. */
  readonly now?: () => Date;
  readonly version: string;
}

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  DYNAMODB_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  ADMIN_TOKEN: z
    .string()
    .min(16)
    // RFC 6750, 2.1: with any other character it could not be sent, and would open nothing.
    .regex(/^[\w.~+/=-]+$/, 'may hold letters, digits and . ~ + / = _ - only')
    .optional(),
  RATE_LIMIT: z.coerce.number().int().min(0).default(60),
});

/** Returns the settings. Throws an Error that names every variable that is wrong. */
export function readLocalSettings(variables: Readonly<Record<string, string | undefined>>): LocalSettings {
  const { PORT, HOST, DATA_DIR, DYNAMODB_ENDPOINT, ADMIN_TOKEN, RATE_LIMIT } = parseEnvironment(environment, variables);
  return {
    port: PORT,
    host: HOST,
    dataDir: DATA_DIR,
    ...(DYNAMODB_ENDPOINT && { dynamodbEndpoint: DYNAMODB_ENDPOINT }),
    ...(ADMIN_TOKEN && { adminToken: ADMIN_TOKEN }),
    requestsPerMinute: RATE_LIMIT,
    webFolder: join(PROJECT_ROOT, 'web/dist'),
    version: z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8'))).version,
  };
}
