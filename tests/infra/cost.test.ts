/** The estimate of cost: what it says a question uses is what the code uses, and the goals hold. */
import { readFileSync } from 'node:fs';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDigest } from '../../functions/digest/digest.ts';
import { activityStores } from '../../functions/store/activity-stores.ts';
import { catalogueCache } from '../../functions/store/catalogue-cache.ts';
import { deleteVersion } from '../../functions/store/catalogue-store.ts';
import { FOR_PUBLISHING, openDatabase } from '../../functions/store/dynamo.ts';
import { publish } from '../../functions/store/publish.ts';
import { createTables } from '../../functions/store/tables.ts';
import { compiled } from '../../tools/compiled.ts';
import { estimate, quantitiesOf } from '../../tools/cost/estimate.ts';
import { QNABOT_LINES } from '../../tools/cost/qnabot.ts';
import { REGIONS, readPrices, readUsage } from '../../tools/cost/read-data.ts';
import { type EmbeddedDynamodb, startEmbeddedDynamodb } from '../../tools/embedded-dynamodb.ts';
import { ACTIVITY, type Service, startService } from '../after-sales/service.ts';
import { countUnits, type Units } from './count-units.ts';
import { stageTemplate } from './stage-template.ts';

const usage = readUsage();
const { measured, deployed } = usage;
const prices = readPrices();
/** The estimate may be off by this share before it has to be brought up to date. */
const MOST_DRIFT = 0.05;
const NEXT_MORNING = new Date('2026-11-26T06:00:00Z');

function expectSame(stated: number, counted: number, drift = MOST_DRIFT): void {
  expect(stated).toBeGreaterThanOrEqual(counted * (1 - drift));
  expect(stated).toBeLessThanOrEqual(counted * (1 + drift));
}

describe('what a question uses', () => {
  /** Questions as people ask them, in three languages: every seventh of the development set. */
  const texts = readFileSync('tests/data/dev.tsv', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .filter((_, at) => at % 7 === 0)
    .map((row) => row.split('\t')[4] ?? '');
  let service: Service;
  let spent: (work: () => Promise<unknown>) => Promise<Units>;
  let asked: Units;
  const replies: string[] = [];
  const patientStores = (database = openDatabase(service.endpoint, FOR_PUBLISHING)) =>
    activityStores({ database, table: ACTIVITY, keepDays: 90, ticketKeepDays: 180, now: () => NEXT_MORNING });

  beforeAll(async () => {
    service = await startService();
    spent = countUnits(service.database);
    asked = await spent(async () => {
      let conversationId: string | undefined;
      for (const [at, text] of texts.entries()) {
        // Conversations of two and of three questions by turns: two and a half on average.
        if (at % 5 === 0 || at % 5 === 2) conversationId = undefined;
        const reply = await service.ask(text, conversationId === undefined ? {} : { conversationId });
        conversationId = reply.conversationId;
        replies.push(JSON.stringify(reply));
      }
    });
  });
  afterAll(() => service.close());

  it('is enough of them to count', () => {
    expect(texts.length).toBeGreaterThan(100);
    expect(usage.assumed.questionsPerConversation).toBe(2.5);
  });

  it('is so many writes and reads', () => {
    expectSame(measured.questionWrites, asked.writes / texts.length);
    expectSame(measured.questionReads, asked.reads / texts.length);
  });

  it('is so many bytes in the table', async () => {
    const { Items = [] } = await service.database.send(new ScanCommand({ TableName: ACTIVITY }));
    const perQuestion = Items.filter(({ pk }) => !String(pk).startsWith('COUNT#'));
    expectSame(measured.storedBytesPerQuestion, bytesOf(perQuestion) / texts.length);
  });

  it('is so many bytes of reply', () => {
    expectSame(measured.replyBytes, Buffer.byteLength(replies.join('')) / texts.length);
  });

  it('is more for a mark and a ticket', async () => {
    const { messageId, conversationId } = await service.ask('where do I find my puk code');
    // An answer waits for its turn to be stored and counted, but not for long.
    const counted = async () => (await readDigest(patientStores(), { now: NEXT_MORNING, days: 1 })).insights.questions;
    await expect.poll(counted, { timeout: 30_000 }).toBe(texts.length + 1);
    const feedback = await spent(() => service.call('POST', '/v1/feedback', { body: { messageId, helpful: true } }));
    expectSame(measured.feedbackWrites, feedback.writes);
    expectSame(measured.feedbackReads, feedback.reads);
    const ticket = { channel: 'email', contact: 'eva@example.org', text: 'Please write to me', conversationId };
    const created = await spent(() => service.call('POST', '/v1/tickets', { body: ticket }));
    expectSame(measured.ticketWrites, created.writes);
    expectSame(measured.ticketReads, created.reads);
  });

  it('costs so many reads in the digest of a day', async () => {
    const database = openDatabase(service.endpoint, FOR_PUBLISHING);
    const spentReading = countUnits(database);
    const digest = await spentReading(() => readDigest(patientStores(database), { now: NEXT_MORNING, days: 1 }));
    // Conversations have random ids, and so the counters lie in other shards each time.
    expectSame(measured.digestReads, digest.reads, 0.2);
  });
});

describe('what the catalogue uses', () => {
  const table = 'catalogue';
  let dynamodb: EmbeddedDynamodb;
  beforeAll(async () => {
    dynamodb = await startEmbeddedDynamodb();
  });
  afterAll(() => dynamodb.close());

  it('is so much to publish, to forget and to load', async () => {
    const database = openDatabase(dynamodb.endpoint, FOR_PUBLISHING);
    await createTables(database, [table]);
    const spent = countUnits(database);
    const request = { hash: 'one', compile: () => compiled(), publishedAt: '2026-01-01T00:00:00Z' };
    const published = await spent(() => publish(database, table, request));
    const { Items = [] } = await database.send(new ScanCommand({ TableName: table }));
    const quiet = { database, table, now: () => 0, log: () => undefined };
    // A container starts with the copy beside its code, which mostly is the current version; else it loads the table's.
    const snapshot = async () => ({ ...compiled(), hash: 'one' });
    const started = await spent(() => catalogueCache({ ...quiet, snapshot }).current());
    const loaded = await spent(() => catalogueCache(quiet).current());
    const forgotten = await spent(() => deleteVersion(database, table, 1));
    expectSame(measured.publicationWrites, published.writes + forgotten.writes);
    expectSame(measured.publicationReads, published.reads + forgotten.reads);
    expectSame(measured.coldStartReads, started.reads);
    expectSame(measured.catalogueReads, loaded.reads);
    expect(measured.catalogueBytes).toBeGreaterThanOrEqual(bytesOf(Items) * 0.9);
  });
});

describe('what a stage is made of', () => {
  const template = stageTemplate({ stage: 'prod', alarmEmail: 'someone@example.org' });
  const functions = Object.values(template.findResources('AWS::Lambda::Function')).map(({ Properties }) => Properties);
  const memoryOf = (description: string) =>
    functions.find(({ Description }) => String(Description).startsWith(description))?.MemorySize / 1024;

  it('is what the estimate counts', () => {
    expect(deployed.apiMemoryGb).toBe(memoryOf('Answers'));
    expect(deployed.digestMemoryGb).toBe(memoryOf('Mails'));
    expect(deployed.publisherMemoryGb).toBe(memoryOf('Publishes'));
    expect(deployed.dashboards).toBe(Object.keys(template.findResources('AWS::CloudWatch::Dashboard')).length);
    const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
    const metrics = alarms.flatMap(({ Properties: { Metrics } }) =>
      Metrics ? Metrics.filter((metric: { MetricStat?: unknown }) => metric.MetricStat) : ['one'],
    );
    expect(deployed.alarmMetrics).toBe(metrics.length);
  });
});

describe('the estimate', () => {
  it.each(REGIONS)('keeps its goals in %s', (region) => {
    const idle = estimate(quantitiesOf(0, usage), prices, region);
    const busy = estimate(quantitiesOf(100_000, usage), prices, region);
    expect(idle.due).toBeLessThanOrEqual(0.1);
    expect(busy.due).toBeLessThanOrEqual(0.6);
  });

  it('adds up its lines', () => {
    const { lines, due, list } = estimate({ traces: 300_000, dynamoWrites: 2_000_000 }, prices, 'eu-central-1');
    expect(lines.map((line) => line.due)).toEqual([1, 1.525]);
    expect(due).toBeCloseTo(2.525);
    expect(list).toBeCloseTo(3.025);
  });

  it('refuses what has no price', () => {
    expect(() => estimate({ helicopters: 1 }, prices, 'eu-central-1')).toThrow('no price for helicopters');
  });

  it('says for each price where it is from', () => {
    for (const { source } of Object.values(prices.prices)) expect(source.length).toBeGreaterThan(10);
  });

  it('compares with the peer by its own arithmetic', () => {
    expect(QNABOT_LINES.reduce((sum, { idle }) => sum + idle, 0)).toBeCloseTo(378.64);
    expect(QNABOT_LINES.reduce((sum, { perQuestion }) => sum + perQuestion * 100_000, 0)).toBeCloseTo(602.45, 1);
  });
});

/** About what DynamoDB counts: names and values, and 100 bytes for the index of each item. */
function bytesOf(items: readonly Record<string, unknown>[]): number {
  return items.reduce((sum, item) => sum + 100 + sizeOf(item), 0);
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (value instanceof Uint8Array) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 8;
  return Object.entries(value).reduce((sum, [name, inner]) => sum + name.length + 1 + sizeOf(inner), 3);
}
