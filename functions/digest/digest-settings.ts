/** The settings of the digest, from the environment of its function. */
import * as z from 'zod';
import { LOCALES } from '../catalogue/catalogue.ts';
import { SUPPORT_TOPIC_VARIABLE } from '../maintainers/variables.ts';
import { parseEnvironment } from '../settings.ts';
import { ACTIVITY_TABLE_VARIABLE } from '../store/tables.ts';
import { DIGEST_DAYS_VARIABLE, DIGEST_LOCALE_VARIABLE, DIGEST_PAGE_VARIABLE } from './variables.ts';

const environment = z.object({
  [ACTIVITY_TABLE_VARIABLE]: z.string().min(3),
  [SUPPORT_TOPIC_VARIABLE]: z.string().startsWith('arn:'),
  [DIGEST_DAYS_VARIABLE]: z.coerce.number().int().positive(),
  [DIGEST_LOCALE_VARIABLE]: z.enum(LOCALES),
  [DIGEST_PAGE_VARIABLE]: z.url(),
});

/** Returns the settings. Throws an Error that names every variable that is missing or wrong. */
export function readDigestSettings(variables: Readonly<Record<string, string | undefined>>) {
  const parsed = parseEnvironment(environment, variables);
  return {
    table: parsed[ACTIVITY_TABLE_VARIABLE],
    topicArn: parsed[SUPPORT_TOPIC_VARIABLE],
    days: parsed[DIGEST_DAYS_VARIABLE],
    locale: parsed[DIGEST_LOCALE_VARIABLE],
    page: parsed[DIGEST_PAGE_VARIABLE],
  };
}
