/** Fills an empty activity table with two weeks of made-up visitors, for pictures of what maintainers see. */
import { randomUUID } from 'node:crypto';
import { createApp } from '../functions/http/app.ts';
import { authoriseNobody } from '../functions/maintainers/authorise.ts';
import { activityStores, DEFAULT_KEEP_DAYS } from '../functions/store/activity-stores.ts';
import { catalogueCache } from '../functions/store/catalogue-cache.ts';
import type { Database } from '../functions/store/dynamo.ts';
import { LOCAL_TABLES } from './local-tables.ts';

const DAYS = 14;
const DAY_MS = 86_400_000;
/** Asked in turn, so that every run gives the same picture. */
const QUESTIONS = [
  'waar vind ik mijn pukcode',
  'no internet after landing',
  '怎么退款',
  'how do I install my esim on an iphone',
  'kan ik mijn nummer meenemen naar een andere provider',
  'do you sell phone covers with tulips',
  '扫码装不上怎么办',
  'thank you very much',
  'which phones support esim',
  'geen internet',
  'can my smart fridge use an esim',
  'I want to talk to a human',
  '手机没网',
  'kan mijn slimme koelkast een esim gebruiken',
  'can a smart fridge use an esim',
  'esim',
];
const COMMENTS = [
  'Clear, thank you!',
  'Ik zie die knop niet op mijn telefoon',
  '步骤很清楚',
  'Too long to read in a queue',
];
const REQUESTS = [
  {
    channel: 'email',
    contact: 'visitor@example.org',
    text: 'Mijn nummer is na twee weken nog niet overgezet.',
    locale: 'nl',
  },
  { channel: 'phone', contact: '+31 6 12345678', text: 'It hangs at the third step.', locale: 'en' },
];

/** Has the visitors ask, mark and wait, day by day up to `now`. */
export async function addSampleActivity(database: Database, now = new Date()): Promise<void> {
  let clock = now;
  const common = { database, now: () => clock };
  const app = createApp({
    catalogue: catalogueCache({ database, table: LOCAL_TABLES.catalogue, now: Date.now, log: () => {} }),
    ...activityStores({ ...common, table: LOCAL_TABLES.activity, ...DEFAULT_KEEP_DAYS }),
    authorise: authoriseNobody,
    notify: async () => {},
    now: common.now,
    newId: randomUUID,
    clientOf: () => 'sample',
    requestsPerMinute: 0,
    allowedOrigins: [],
    log: () => {},
    version: 'sample',
  });
  async function post(
    path: string,
    body: object,
  ): Promise<{ readonly messageId: string; readonly conversationId: string }> {
    const headers = { 'content-type': 'application/json' };
    const response = await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }
  let asked = 0;
  for (let daysAgo = DAYS - 1; daysAgo >= 0; daysAgo -= 1) {
    clock = new Date(now.getTime() - daysAgo * DAY_MS);
    // Busier towards the end, quieter every seventh day.
    const questions = 5 + (DAYS - daysAgo) + (daysAgo % 7 === 0 ? -4 : (daysAgo * 5) % 7);
    for (let at = 0; at < questions; at += 1) {
      const { messageId } = await post('/v1/messages', { text: QUESTIONS[asked % QUESTIONS.length] });
      if (asked % 3 !== 1) await post('/v1/feedback', { messageId, ...judgement(asked) });
      asked += 1;
    }
  }
  for (const request of REQUESTS) {
    const { conversationId } = await post('/v1/messages', { text: 'no internet after landing' });
    await post('/v1/tickets', { ...request, conversationId });
  }
}

function judgement(asked: number) {
  const helpful = asked % 5 !== 0;
  const comment = asked % 8 === 0 ? COMMENTS[(asked / 8) % COMMENTS.length] : undefined;
  return { helpful, rating: helpful ? 4 + (asked % 2) : 1 + (asked % 3), ...(comment && { comment }) };
}
