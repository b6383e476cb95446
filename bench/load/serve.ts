/** One server of the load bench, in a process of its own: `bare`, `app` (no table behind it) or `product` (the whole). */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Hono } from 'hono';
import { openCatalogue } from '../../functions/catalogue/open.ts';
import { createApp } from '../../functions/http/app.ts';
import type { Dependencies } from '../../functions/http/dependencies.ts';
import { authoriseNobody } from '../../functions/maintainers/authorise.ts';
import { PATIENCE_MS } from '../../functions/store/patience.ts';
import { compiled } from '../../tools/compiled.ts';
import { listen } from '../../tools/listen.ts';
import { startLocalServer } from '../../tools/local-server.ts';
import { PROJECT_ROOT } from '../../tools/read-content.ts';

export const SERVER_KINDS = ['bare', 'app', 'product'] as const;
export type ServerKind = (typeof SERVER_KINDS)[number];

/** What a server process tells of itself when it is asked. */
export interface Usage {
  readonly rssBytes: number;
  readonly cpuMicroseconds: number;
  /** Event-loop delay since the last time it was asked, 99th percentile and mean. */
  readonly loopP99Ms: number;
  readonly loopMeanMs: number;
}

const HOST = '127.0.0.1';
const NANOSECONDS_A_MS = 1e6;
const LOOP_RESOLUTION_MS = 10;

async function start(kind: ServerKind, constant: string): Promise<number> {
  if (kind === 'product') {
    const { address } = await startLocalServer(
      { port: 0, host: HOST, requestsPerMinute: 0, webFolder: `${PROJECT_ROOT}/web/dist`, version: 'bench' },
      () => undefined,
    );
    return Number(new URL(address).port);
  }
  const server = await listen(kind === 'bare' ? bare(constant).fetch : withoutTable().fetch, { port: 0, host: HOST });
  return (server.address() as AddressInfo).port;
}

/** The least that answers a question in JSON: it reads the body, and says always the same. */
function bare(constant: string): Hono {
  const body = JSON.parse(constant) as object;
  return new Hono().post('/v1/messages', async (context) => {
    await context.req.json();
    return context.json(body);
  });
}

/** The whole app, whose turns are kept nowhere: what our own code costs. */
function withoutTable() {
  const catalogue = openCatalogue({ ...compiled(), version: 1 });
  const nothing = async () => undefined;
  const dependencies = {
    catalogue: { current: async () => catalogue, isStale: () => false },
    conversations: { saveTurn: nothing, markDoubtful: nothing, lastTurn: nothing },
    insights: { count: nothing },
    activity: { lastAnswerAt: () => performance.now(), patienceMs: PATIENCE_MS },
    authorise: authoriseNobody,
    now: () => new Date(),
    newId: randomUUID,
    clientOf: () => '',
    requestsPerMinute: 0,
    allowedOrigins: [],
    log: () => undefined,
    version: 'bench',
  };
  return createApp(dependencies as unknown as Dependencies);
}

const [kind, constant = '{}'] = process.argv.slice(2);
const loop = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS });
const port = await start(SERVER_KINDS.find((each) => each === kind) ?? 'bare', constant);
loop.enable();
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const usage: Usage = {
    rssBytes: process.memoryUsage.rss(),
    cpuMicroseconds: user + system,
    // The histogram measures from timer to timer: the resolution itself is no delay.
    loopP99Ms: loop.percentile(99) / NANOSECONDS_A_MS - LOOP_RESOLUTION_MS,
    loopMeanMs: loop.mean / NANOSECONDS_A_MS - LOOP_RESOLUTION_MS,
  };
  loop.reset();
  process.send?.(usage);
});
process.on('disconnect', () => process.exit(0));
process.send?.({ port });
