/** Asks a server the development questions, as fast as it can or at a steady rate. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { parseQuestions } from '../../tools/evaluate.ts';
import { PROJECT_ROOT } from '../../tools/read-content.ts';
import type { ServerProcess } from './server-process.ts';
import { type Paced, shootSteadily } from './shoot-steadily.ts';

export interface Shot {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly worstMs: number;
  /** Replies other than 2xx, and connections that failed. */
  readonly failures: number;
  /** Time of the server's processor for one request. */
  readonly cpuMsPerRequest: number;
  readonly loopP99Ms: number;
  readonly loopMeanMs: number;
  readonly rssMb: number;
}

export interface ShotOptions {
  readonly seconds: number;
  readonly connections: number;
  /** Requests a second over all connections; as many as possible without it. */
  readonly rate?: number;
}

const MB = 1024 * 1024;

/** The header of a browser in the Netherlands. */
const LANGUAGES = 'nl-NL,nl;q=0.9,en-US;q=0.8,en;q=0.7';

const requests = parseQuestions(readFileSync(join(PROJECT_ROOT, 'tests/data/dev.tsv'), 'utf8')).map(({ text }) => ({
  method: 'POST' as const,
  path: '/v1/messages',
  headers: { 'content-type': 'application/json', 'accept-language': LANGUAGES },
  body: JSON.stringify({ text }),
}));

/** Returns how the server did. */
export async function shoot(server: ServerProcess, { seconds, connections, rate }: ShotOptions): Promise<Shot> {
  const before = await server.usage();
  const {
    answered,
    seconds: taken,
    ...times
  } = await (rate === undefined
    ? shootFast(server.url, { seconds, connections })
    : shootSteadily(server.url, requests, { seconds, connections, rate }));
  const after = await server.usage();
  return {
    ...times,
    requestsPerSecond: answered / taken,
    cpuMsPerRequest: (after.cpuMicroseconds - before.cpuMicroseconds) / 1000 / Math.max(1, answered),
    loopP99Ms: after.loopP99Ms,
    loopMeanMs: after.loopMeanMs,
    rssMb: after.rssBytes / MB,
  };
}

async function shootFast(
  url: string,
  { seconds, connections }: Pick<ShotOptions, 'seconds' | 'connections'>,
): Promise<Paced> {
  const { latency, errors, non2xx, ...result } = await autocannon({ url, duration: seconds, connections, requests });
  return {
    answered: result['2xx'],
    seconds: result.duration,
    failures: errors + non2xx,
    p50Ms: latency.p50,
    p99Ms: latency.p99,
    worstMs: latency.max,
  };
}

/** Returns the server's reply of middle length to the questions. */
export async function middleReply({ url }: ServerProcess): Promise<string> {
  const replies: string[] = [];
  for (const { path, ...request } of requests) replies.push(await (await fetch(`${url}${path}`, request)).text());
  return replies.toSorted((a, b) => a.length - b.length)[Math.floor(replies.length / 2)] ?? '';
}
