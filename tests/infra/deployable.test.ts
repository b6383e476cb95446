/** What a synth writes to be deployed: it is started here as Lambda starts it, with the events that AWS sends. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { embedForPublishing, publishVectors } from '../../functions/embeddings/publish-vectors.ts';
import { readCurrentVersion } from '../../functions/store/catalogue-store.ts';
import { type Database, FOR_PUBLISHING, openDatabase } from '../../functions/store/dynamo.ts';
import { publish } from '../../functions/store/publish.ts';
import { compiled, compiledPath, readSources } from '../../tools/compiled.ts';
import { describedApp } from '../../tools/described-app.ts';
import { type EmbeddedDynamodb, startEmbeddedDynamodb } from '../../tools/embedded-dynamodb.ts';
import { PROJECT_ROOT } from '../../tools/read-content.ts';
import { startBedrock } from '../embeddings/bedrock-stand-in.ts';
import { COHERE, DOUBTFUL, MEANT, questionOf } from '../embeddings/looking-service.ts';
import { type DeployedFunction, readFunction, readTemplate } from './lambda/assembly.ts';
import { createTablesOf } from './lambda/create-tables.ts';
import { type HttpRequest, httpEvent, httpReply } from './lambda/http-event.ts';
import { type Received, receiveRequests, SNS_REPLY } from './lambda/receive-requests.ts';
import { type RunningFunction, startFunction } from './lambda/start-function.ts';
import { synthesise } from './lambda/synthesise.ts';
import { writeSite } from './stage-template.ts';

const STACK = 'Simtolk-dev';
const temporary = mkdtempSync(join(tmpdir(), 'simtolk-deployable-'));
let assembly: string;
let otherAssembly: string;
let dynamodb: EmbeddedDynamodb;
let database: Database;
let catalogueTable: string;

beforeAll(async () => {
  const site = writeSite(join(temporary, 'site'));
  compiled();
  const elsewhere = copyOfProject(join(temporary, 'another/folder'));
  assembly = await synthesise(PROJECT_ROOT, site);
  otherAssembly = await synthesise(elsewhere, site);
  dynamodb = await startEmbeddedDynamodb();
  database = openDatabase(dynamodb.endpoint, FOR_PUBLISHING);
  await createTablesOf(database, assembly, STACK);
  catalogueTable = readFunction(assembly, STACK, 'Catalogue').environment.CATALOGUE_TABLE ?? '';
  const { hash } = readSources();
  await publish(database, catalogueTable, { hash, compile: () => compiled(), publishedAt: '2026-01-01T00:00:00Z' });
}, 300_000);

afterAll(async () => {
  await dynamodb?.close();
  for (const folder of [temporary, assembly]) if (folder) rmSync(folder, { recursive: true, force: true });
});

function copyOfProject(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const part of ['functions', 'infra', 'tools', 'faq', 'locales', 'cdk.json', 'package.json', 'tsconfig.json'])
    cpSync(join(PROJECT_ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(join(PROJECT_ROOT, 'node_modules'), join(folder, 'node_modules'));
  // Training it again would take half a minute; that it gives the same bytes is not what is tested here.
  cpSync(compiledPath(readSources().hash), join(folder, relative(PROJECT_ROOT, compiledPath(readSources().hash))));
  return folder;
}

/** Starts a function as it is deployed, its AWS services replaced by what listens on the loopback. */
function start({ bundle, environment }: DeployedFunction, others: Readonly<Record<string, string>> = {}) {
  return startFunction(bundle, {
    ...environment,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint,
    ...others,
  });
}

describe('two synths of the same source, from two folders', () => {
  it('give the same template, the same assets in it', () => {
    expect(readTemplate(otherAssembly, STACK).text).toBe(readTemplate(assembly, STACK).text);
  });
});

describe('the API function', () => {
  let api: RunningFunction;
  const ask = async (request: HttpRequest) => httpReply(await api.invoke(httpEvent(request)));
  const question = (text: string, headers: Readonly<Record<string, string>> = {}) =>
    ask({ method: 'POST', path: '/v1/messages', body: { text }, headers });

  beforeAll(async () => {
    api = await start(readFunction(assembly, STACK, 'ApiFunction'));
  });
  afterAll(() => api?.stop());

  it('opens the catalogue before anybody asks', async () => {
    await vi.waitFor(() => expect(api.log()).toContain('catalogue loaded'), { timeout: 30_000 });
    expect(api.log()).not.toContain('"request"');
  });

  it.each([
    { text: 'waar vind ik mijn pukcode', questionLocale: 'nl' },
    { text: 'Where do I find my PUK code?', questionLocale: 'en' },
    { text: 'PUK码在哪里找', questionLocale: 'zh' },
  ])('answers "$text"', async ({ text, questionLocale }) => {
    const { status, json } = await question(text);
    expect(status).toBe(200);
    expect(json).toMatchObject({ kind: 'answer', questionLocale, catalogueVersion: expect.anything() });
  });

  it('tells its state', async () => {
    const { json } = await ask({ path: '/v1/health' });
    expect(json).toMatchObject({ status: 'ok', catalogue: { version: 1 } });
  });

  it('reads a query string', async () => {
    const { status, json } = await ask({ path: '/v1/answers?q=refund%20please&locale=en' });
    expect(status).toBe(200);
    expect(json).toMatchObject({ locale: 'en' });
  });

  describe('asked for a ticket', () => {
    let sns: Awaited<ReturnType<typeof receiveRequests>>;
    let told: RunningFunction;
    beforeAll(async () => {
      sns = await receiveRequests(SNS_REPLY);
      told = await start(readFunction(assembly, STACK, 'ApiFunction'), { AWS_ENDPOINT_URL_SNS: sns.address });
    });
    afterAll(() => {
      told?.stop();
      sns?.close();
    });
    const ticket = async (channel: string, contact: string) => {
      const body = { channel, contact, text: 'Please write or call me on 0612345678' };
      return httpReply(await told.invoke(httpEvent({ method: 'POST', path: '/v1/tickets', body }))).status;
    };

    it('keeps it and tells the support topic', async () => {
      expect(await ticket('email', 'visitor@example.org')).toBe(201);
      expect(sns.requests.map(({ body: sent }) => sent).join()).toContain('arn%3Aaws%3Asns');
      expect(sns.requests.map(({ body: sent }) => sent).join()).not.toContain('example.org');
    });

    it('knows a phone number from what is none', async () => {
      expect(await ticket('phone', '020 123 4567')).toBe(201);
      expect(await ticket('phone', 'soon')).toBe(400);
    });
  });

  it('asks Bedrock about a doubtful question where a model is set, for the vectors that were published', async () => {
    const bedrock = await startBedrock();
    const embed = embedForPublishing(COHERE, bedrock.endpoint);
    const log = () => undefined;
    await publishVectors({ database, table: catalogueTable }, { version: 1, model: COHERE, embed, log });
    bedrock.means(DOUBTFUL, questionOf(MEANT));
    bedrock.texts.length = 0;
    const looking = await start(readFunction(assembly, STACK, 'ApiFunction'), {
      EMBEDDING_MODEL: COHERE,
      EMBEDDING_TIME_LIMIT_MS: '20000',
      AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint,
    });
    const body = { text: DOUBTFUL };
    const { json } = httpReply(await looking.invoke(httpEvent({ method: 'POST', path: '/v1/messages', body })));
    looking.stop();
    bedrock.close();
    expect(bedrock.texts).toEqual([DOUBTFUL]);
    expect(json).toMatchObject({ kind: 'answer', match: MEANT });
  });

  it('refuses maintainers’ routes without a token', async () => {
    const { status, headers } = await ask({ path: '/v1/admin/tickets' });
    expect(status).toBe(401);
    expect(headers['content-type']).toContain('application/problem+json');
  });

  it('describes itself as the app of its source does', async () => {
    const { json } = await ask({ path: '/v1/openapi.json' });
    const described: unknown = await (await describedApp().request('/v1/openapi.json')).json();
    const { VERSION: version } = readFunction(assembly, STACK, 'ApiFunction').environment;
    expect(json).toMatchObject({ info: { version } });
    expect(withVersion(json, '1')).toEqual(described);
  });

  it('answers an unknown path with 404', async () => {
    expect((await ask({ path: '/v1/nothing' })).status).toBe(404);
  });

  it('writes lines that a metric filter can read, without the question', async () => {
    await question('a very particular question');
    const lines = api.log().trim().split('\n').slice(-5);
    const parsed = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as { message: string });
    expect(parsed.map(({ message }) => message)).toContain('request');
    expect(api.log()).not.toContain('particular');
  });

  it('stops at its start when a variable is missing, and names it', async () => {
    const { bundle, environment } = readFunction(assembly, STACK, 'ApiFunction');
    const { ACTIVITY_TABLE: _, ...rest } = environment;
    const broken = await start({ bundle, folder: '', environment: rest });
    await expect(broken.invoke(httpEvent({ path: '/v1/health' }))).rejects.toThrow('ACTIVITY_TABLE');
    broken.stop();
  });

  describe('in a new container while the table is gone', () => {
    let cold: RunningFunction;
    beforeAll(async () => {
      cold = await start(readFunction(assembly, STACK, 'ApiFunction'), {
        AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9',
      });
    });
    afterAll(() => cold?.stop());
    const askCold = async (request: HttpRequest) => httpReply(await cold.invoke(httpEvent(request)));

    it('answers from the catalogue that was deployed with it', async () => {
      const body = { text: 'waar vind ik mijn pukcode' };
      const { status, json } = await askCold({ method: 'POST', path: '/v1/messages', body });
      expect(status).toBe(200);
      expect(json).toMatchObject({ kind: 'answer', stored: false, catalogueVersion: 0 });
    });

    it('says that it is degraded, and refuses to store', async () => {
      expect((await askCold({ path: '/v1/health' })).json).toMatchObject({ status: 'degraded' });
      const body = { channel: 'chat', contact: 'eva', text: 'Help' };
      const { status, headers } = await askCold({ method: 'POST', path: '/v1/tickets', body });
      expect([status, headers['retry-after']]).toEqual([503, '5']);
    });
  });

  describe('behind CloudFront', () => {
    const through = (visitor: string, key: string) => ({
      'x-origin-key': key,
      'x-forwarded-for': `${visitor}, 203.0.113.7`,
    });
    async function requestsUntilRefused(headersOf: (request: number) => Readonly<Record<string, string>>) {
      const limited = readFunction(assembly, STACK, 'ApiFunction');
      const running = await start({ ...limited, environment: { ...limited.environment, RATE_LIMIT: '2' } });
      const statuses: number[] = [];
      for (let request = 0; request < 4; request += 1) {
        const event = httpEvent({ path: '/v1/health', headers: headersOf(request) });
        statuses.push(httpReply(await running.invoke(event)).status);
      }
      running.stop();
      return statuses;
    }

    it('tells visitors apart', async () => {
      const key = readFunction(assembly, STACK, 'ApiFunction').environment.ORIGIN_KEY ?? '';
      expect(await requestsUntilRefused((request) => through(`198.51.100.${request}`, key))).toEqual([
        200, 200, 200, 200,
      ]);
    });

    it('does not believe an address from someone who went around it', async () => {
      expect(await requestsUntilRefused((request) => through(`198.51.100.${request}`, 'guessed-key'))).toEqual([
        200, 200, 429, 429,
      ]);
    });
  });
});

describe('what a cold start of the API function loads', () => {
  /** All that answers a question, save what only a text with a number in it needs; the README says what it is made of. */
  const MOST_BYTES = 580_000;

  it('stays within its budget', () => {
    const { bundle, folder } = readFunction(assembly, STACK, 'ApiFunction');
    const loaded = new Set<string>();
    const load = (path: string) => {
      if (loaded.has(path)) return;
      loaded.add(path);
      const source = readFileSync(path, 'utf8');
      // Only what is imported at once; `import(…)` comes later, or never.
      for (const [, name = ''] of source.matchAll(/(?:from|import)"\.\/([\w-]+\.mjs)"/g)) load(join(folder, name));
    };
    load(bundle);
    const bytes = [...loaded].reduce((sum, path) => sum + statSync(path).size, 0);
    expect(loaded.size).toBeGreaterThan(1);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  });
});

describe('the publisher', () => {
  let cloudFormation: Awaited<ReturnType<typeof receiveRequests>>;
  beforeAll(async () => {
    cloudFormation = await receiveRequests();
  });
  afterAll(() => cloudFormation?.close());

  /** Sends the event of a custom resource and returns what CloudFormation is told. */
  async function tell(publisher: DeployedFunction, RequestType: string) {
    const running = await start(publisher);
    await running.invoke({
      RequestType,
      ResponseURL: `${cloudFormation.address}/answer?X-Amz-Signature=abc`,
      StackId: 'arn:aws:cloudformation:eu-central-1:111122223333:stack/Simtolk-dev/0a1b',
      RequestId: 'request',
      ResourceType: 'Custom::CataloguePublication',
      LogicalResourceId: 'Publication',
      ...(RequestType !== 'Create' && { PhysicalResourceId: 'catalogue' }),
      ResourceProperties: { Content: 'hash' },
    });
    running.stop();
    const { method, body } = cloudFormation.requests.at(-1) as Received;
    return { method, ...z.looseObject({ Status: z.string(), Reason: z.string().optional() }).parse(JSON.parse(body)) };
  }

  /** The publisher with other content beside it than the project's. */
  function withContent(name: string, change: (sources: ReturnType<typeof readSources>) => object): DeployedFunction {
    const real = readFunction(assembly, STACK, 'CataloguePublisher');
    const folder = join(temporary, name);
    cpSync(real.folder, folder, { recursive: true });
    const sources = JSON.parse(readFileSync(join(folder, 'sources.json'), 'utf8')) as ReturnType<typeof readSources>;
    writeFileSync(join(folder, 'sources.json'), JSON.stringify(change(sources)));
    return { ...real, folder, bundle: join(folder, 'index.mjs') };
  }

  it('carries the content of the project', () => {
    const { folder } = readFunction(assembly, STACK, 'CataloguePublisher');
    expect(JSON.parse(readFileSync(join(folder, 'sources.json'), 'utf8'))).toEqual(readSources());
  });

  it('writes nothing when that content is current already', async () => {
    const answer = await tell(readFunction(assembly, STACK, 'CataloguePublisher'), 'Update');
    expect(answer).toMatchObject({
      method: 'PUT',
      Status: 'SUCCESS',
      PhysicalResourceId: 'catalogue',
      Data: { version: 1, changed: false },
    });
  });

  it('fails the deployment with file, line and reason when a file is wrong, and the old version stays', async () => {
    const broken = withContent('broken', ({ faq, ...rest }) => ({
      ...rest,
      hash: 'broken',
      faq: faq.map((file) => (file.path === 'support.yaml' ? { ...file, text: 'timeZone: [' } : file)),
    }));
    const answer = await tell(broken, 'Update');
    expect(answer.Status).toBe('FAILED');
    expect(answer.Reason).toMatch(/^faq\/support\.yaml:1: /);
    expect(await readCurrentVersion(database, catalogueTable)).toMatchObject({ version: 1 });
  });

  it('trains and publishes new content as the next version', async () => {
    const small = withContent('small', (sources) => ({ ...fewEntries(sources), hash: 'small' }));
    expect(await tell(small, 'Update')).toMatchObject({ Status: 'SUCCESS', Data: { version: 2, changed: true } });
    expect(await readCurrentVersion(database, catalogueTable)).toMatchObject({ version: 2, contentHash: 'small' });
  }, 180_000);

  it('lets the stack go', async () => {
    expect(await tell(readFunction(assembly, STACK, 'CataloguePublisher'), 'Delete')).toMatchObject({
      Status: 'SUCCESS',
      PhysicalResourceId: 'catalogue',
    });
  });
});

function withVersion(document: unknown, version: string) {
  const { info, ...rest } = z.looseObject({ info: z.looseObject({}) }).parse(document);
  return { ...rest, info: { ...info, version } };
}

/** One group of entries, whose related entries are among them or left out. */
function fewEntries({ faq, locales }: ReturnType<typeof readSources>) {
  const group = 'support/';
  const kept = faq.filter(({ path }) => path.startsWith(group) || !path.includes('/') || path.startsWith('intents/'));
  const ids = new Set(kept.map(({ path }) => path.slice(group.length).replace(/\..*$/, '')));
  const related = /^related: \[(.*)\]$/m;
  const withoutOthers = (text: string) =>
    text.replace(
      related,
      (_, list: string) =>
        `related: [${list
          .split(/, */)
          .filter((id) => ids.has(id))
          .join(', ')}]`,
    );
  return { locales, faq: kept.map(({ path, text }) => ({ path, text: withoutOthers(text) })) };
}

describe('the digest', () => {
  const schedule = (time: Date) => ({
    version: '0',
    id: '89d1a02d-5ec7-412e-82f5-13505f849b41',
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: '111122223333',
    time: time.toISOString().replace(/\.\d+Z$/, 'Z'),
    region: 'eu-central-1',
    resources: ['arn:aws:events:eu-central-1:111122223333:rule/Simtolk-dev-DigestSchedule'],
    detail: {},
  });
  const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000);
  let sns: Awaited<ReturnType<typeof receiveRequests>>;
  let digest: RunningFunction;
  beforeAll(async () => {
    sns = await receiveRequests(SNS_REPLY);
    digest = await start(readFunction(assembly, STACK, 'Digest'), { AWS_ENDPOINT_URL_SNS: sns.address });
    const api = await start(readFunction(assembly, STACK, 'ApiFunction'));
    const text = 'does the marsmobil work under water';
    for (const _ of ['once', 'twice'])
      await api.invoke(httpEvent({ method: 'POST', path: '/v1/messages', body: { text } }));
    api.stop();
  });
  afterAll(() => {
    digest?.stop();
    sns?.close();
  });

  it('mails the day before to the support topic', async () => {
    expect(await digest.invoke(schedule(daysFromNow(1)))).toEqual({ sent: true });
    const mail = new URLSearchParams(sns.requests.at(-1)?.body);
    expect(mail.get('TopicArn')).toContain('WatchSupport');
    expect(mail.get('Subject')).toBe(`Simtolk ${new Date().toISOString().slice(0, 10)}`);
    expect(mail.get('Message')).toContain('2 × [en] does the marsmobil work under water');
  });

  it('mails nothing when there was nothing', async () => {
    const before = sns.requests.length;
    expect(await digest.invoke(schedule(daysFromNow(-400)))).toEqual({ sent: false });
    expect(sns.requests.length).toBe(before);
  });

  it('fails on an event that no schedule sends, so that its alarm goes off', async () => {
    await expect(digest.invoke({ detail: {} })).rejects.toThrow('source');
  });
});

describe('the daily ceiling', () => {
  let aws: Awaited<ReturnType<typeof receiveRequests>>;
  let closer: RunningFunction;
  const alarm = (value: string) => ({
    source: 'aws.cloudwatch',
    alarmArn: 'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:Simtolk dev: Daily ceiling',
    accountId: '111122223333',
    time: '2026-03-12T19:03:58.000+0000',
    region: 'eu-central-1',
    alarmData: { alarmName: 'Simtolk dev: Daily ceiling', state: { value, reason: 'Threshold Crossed' } },
  });

  beforeAll(async () => {
    aws = await receiveRequests();
    closer = await start(readFunction(assembly, STACK, 'WatchDailyCeiling'), { AWS_ENDPOINT_URL_LAMBDA: aws.address });
  });
  afterAll(() => {
    closer?.stop();
    aws?.close();
  });

  it('closes the API function when its alarm goes off', async () => {
    expect(await closer.invoke(alarm('ALARM'))).toEqual({ closed: true });
    const { method, path, body } = aws.requests.at(-1) as Received;
    expect({ method, body: JSON.parse(body) }).toEqual({ method: 'PUT', body: { ReservedConcurrentExecutions: 0 } });
    expect(path).toMatch(/\/functions\/ApiFunction\w+\/concurrency$/);
  });

  it('opens it when the last 24 hours are below the ceiling again', async () => {
    expect(await closer.invoke(alarm('OK'))).toEqual({ closed: false });
    expect(aws.requests.at(-1)?.method).toBe('DELETE');
  });

  it('does neither on an event that is no alarm', async () => {
    const before = aws.requests.length;
    await expect(closer.invoke({ detail: {} })).rejects.toThrow('alarmData');
    expect(aws.requests.length).toBe(before);
  });
});
