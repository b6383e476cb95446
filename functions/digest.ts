/** Mails maintainers, on a schedule, what was asked, what went unanswered, what was marked bad, and which tickets are late. */
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';
import { isQuiet, readDigest } from './digest/digest.ts';
import { readDigestSettings } from './digest/digest-settings.ts';
import { writeDigest } from './digest/write-digest.ts';
import { activityStores, DEFAULT_KEEP_DAYS } from './store/activity-stores.ts';
import { FOR_PUBLISHING, openDatabase } from './store/dynamo.ts';

const { table, topicArn, days, locale, page } = readDigestSettings(process.env);
const database = openDatabase(undefined, FOR_PUBLISHING);
const sns = new SNSClient({ maxAttempts: 3 });
/** As EventBridge sends it: its time, and not the clock, decides which days are meant, also when Lambda tries again. */
const scheduledEvent = z.object({ source: z.literal('aws.events'), time: z.iso.datetime() });

export async function handler(event: unknown): Promise<{ sent: boolean }> {
  const now = new Date(scheduledEvent.parse(event).time);
  const stores = activityStores({ database, table, ...DEFAULT_KEEP_DAYS, now: () => now });
  const digest = await readDigest(stores, { now, days });
  if (isQuiet(digest)) return { sent: false };
  const { subject, message } = writeDigest(digest, { locale, page });
  await sns.send(new PublishCommand({ TopicArn: topicArn, Subject: subject, Message: message }));
  return { sent: true };
}
