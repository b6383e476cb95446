/**
 * `npm run bench:cold-start [-- --runs 20]`: time from the start of a process to its first answered event, in the tests'
 * stand-in of the Lambda runtime interface: a bare handler, one that reads one item, ours, and each big dependency alone.
 * The processor's time beside it says the same on a machine that does other things too. Linux alone tells it.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { FOR_PUBLISHING, openDatabase } from '../functions/store/dynamo.ts';
import { publish } from '../functions/store/publish.ts';
import { createTables } from '../functions/store/tables.ts';
import { BUNDLE_OPTIONS, writeBesideApi } from '../infra/bundle-functions.ts';
import { httpEvent } from '../tests/infra/lambda/http-event.ts';
import { startFunction } from '../tests/infra/lambda/start-function.ts';
import { compiled, readSources } from './compiled.ts';
import { startEmbeddedDynamodb } from './embedded-dynamodb.ts';
import { LOCAL_TABLES } from './local-tables.ts';
import { PROJECT_ROOT } from './read-content.ts';

const ONE_READ = `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
const database = DynamoDBDocumentClient.from(new DynamoDBClient());
const Key = { pk: 'POINTER', sk: 'CURRENT' };
export const handler = () => database.send(new GetCommand({ TableName: process.env.CATALOGUE_TABLE, Key }));`;

const bareWith = (statement: string) => `${statement}\nexport const handler = () => ({ statusCode: 200 });`;
const OURS = "export { handler } from './functions/api.ts';";
const VARIANTS: Readonly<Record<string, string>> = {
  'bare handler': bareWith(''),
  'one read with the DynamoDB client': ONE_READ,
  'ours, one question': OURS,
  'bare + hono, zod, zod-openapi': bareWith("import { OpenAPIHono } from '@hono/zod-openapi'; new OpenAPIHono();"),
  'bare + libphonenumber': bareWith(
    "import { findPhoneNumbersInText as find } from 'libphonenumber-js/min'; find('0201234567', 'NL');",
  ),
  'bare + i18next': bareWith("import i18next from 'i18next'; i18next.createInstance();"),
  'bare + stemmers': bareWith("import { stem } from './functions/catalogue/languages.ts'; stem('bellen', 'nl');"),
  'bare + logger': bareWith("import { Logger } from '@aws-lambda-powertools/logger'; new Logger();"),
};

const { values } = parseArgs({ options: { runs: { type: 'string', default: '20' } } });
const cache = join(PROJECT_ROOT, '.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'cold-start-'));
const dynamodb = await startEmbeddedDynamodb();
try {
  const sizes = await bundleVariants();
  const database = openDatabase(dynamodb.endpoint, FOR_PUBLISHING);
  await createTables(database, Object.values(LOCAL_TABLES));
  const publishedAt = new Date().toISOString();
  await publish(database, LOCAL_TABLES.catalogue, { hash: readSources().hash, compile: () => compiled(), publishedAt });
  const times = await measure(Number(values.runs));
  const base = mediansOf(times['one read with the DynamoDB client'] ?? []);
  console.log(
    `Node ${process.version}, ${values.runs} runs in turn, ms from the start of the process to the first answer`,
  );
  console.table(
    Object.entries(times).map(([variant, runs]) => {
      const { wallMs, cpuMs } = mediansOf(runs);
      return {
        variant,
        ...sizes[variant],
        median: Math.round(wallMs),
        'of one read': (wallMs / base.wallMs).toFixed(2),
        'CPU ms': Math.round(cpuMs),
        'of its CPU': (cpuMs / base.cpuMs).toFixed(2),
      };
    }),
  );
} finally {
  await dynamodb.close();
  rmSync(folder, { recursive: true, force: true });
}

function folderOf(variant: string): string {
  return join(folder, variant.replaceAll(/\W+/g, '-'));
}

/** Of a bundle: what is loaded at the start, and that with all that is loaded when it is asked for. */
interface Size {
  readonly kB: number;
  readonly 'kB in all': number;
}

/** Bundles each variant as infra does. */
async function bundleVariants(): Promise<Record<string, Size>> {
  const sizes: Record<string, Size> = {};
  for (const [variant, contents] of Object.entries(VARIANTS)) {
    const { metafile } = await build({
      ...BUNDLE_OPTIONS,
      stdin: { contents, resolveDir: PROJECT_ROOT, loader: 'ts' },
      outdir: folderOf(variant),
      metafile: true,
    });
    if (contents === OURS) writeBesideApi(folderOf(variant));
    const { outputs } = metafile;
    sizes[variant] = { kB: inKb(loadedAtStart(outputs)), 'kB in all': inKb(bytesOf(Object.values(outputs))) };
  }
  return sizes;
}

type Outputs = Awaited<ReturnType<typeof build<{ metafile: true }>>>['metafile']['outputs'];

/** Bytes of the entry and of what it imports, without what it imports later. */
function loadedAtStart(outputs: Outputs): number {
  const loaded = new Set<string>();
  const load = (path: string) => {
    if (loaded.has(path) || !outputs[path]) return;
    loaded.add(path);
    for (const { path: next, kind } of outputs[path].imports) if (kind === 'import-statement') load(next);
  };
  load(Object.keys(outputs).find((path) => path.endsWith('/index.mjs')) ?? '');
  return bytesOf([...loaded].map((path) => outputs[path]));
}

function bytesOf(files: readonly ({ readonly bytes: number } | undefined)[]): number {
  return files.reduce((sum, file) => sum + (file?.bytes ?? 0), 0);
}

function inKb(bytes: number): number {
  return Math.round(bytes / 1000);
}

interface Time {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** Runs the variants in turn, so that a busy moment of the machine hits all of them. */
async function measure(runs: number): Promise<Record<string, Time[]>> {
  const times: Record<string, Time[]> = Object.fromEntries(Object.keys(VARIANTS).map((variant) => [variant, []]));
  const question = httpEvent({ path: '/v1/answers?q=where%20is%20my%20puk%20code&locale=en' });
  for (let run = 0; run < runs; run += 1) {
    for (const variant of Object.keys(VARIANTS)) {
      const started = performance.now();
      const running = await startFunction(join(folderOf(variant), 'index.mjs'), environment());
      await running.invoke(question);
      times[variant]?.push({ wallMs: performance.now() - started, cpuMs: cpuMsOf(running.pid) });
      running.stop();
    }
  }
  return times;
}

function environment(): Record<string, string> {
  return {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint,
    CATALOGUE_TABLE: LOCAL_TABLES.catalogue,
    ACTIVITY_TABLE: LOCAL_TABLES.activity,
  };
}

/** Of all its threads so far, as the kernel counts it. */
function cpuMsOf(pid: number | undefined): number {
  const threads = `/proc/${pid}/task`;
  const nanoseconds = readdirSync(threads).map((id) =>
    Number.parseInt(readFileSync(`${threads}/${id}/schedstat`, 'utf8'), 10),
  );
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6;
}

function mediansOf(runs: readonly Time[]): Time {
  return { wallMs: median(runs.map(({ wallMs }) => wallMs)), cpuMs: median(runs.map(({ cpuMs }) => cpuMs)) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
