/** The embedded DynamoDB behind a stand-in that fails in every way a table on a network can fail, and counts requests. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startEmbeddedDynamodb } from '../../tools/embedded-dynamodb.ts';

export const FAULTS = ['killed', 'hung', 'slow', 'throttling', 'garbage', 'cut off', 'empty', 'broken'] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultyTable {
  readonly endpoint: string;
  /** Requests that came since the last call. */
  takeCount(): number;
  fail(fault: Fault): Promise<void>;
  heal(): Promise<void>;
  close(): Promise<void>;
}

const SLOW_MS = 2000;
const THROTTLED = JSON.stringify({
  __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
  message: 'The level of configured provisioned throughput for the table was exceeded.',
});
const JSON_TYPE = { 'content-type': 'application/x-amz-json-1.0' };

/** Starts it, healthy unless a fault is named. */
export async function startFaultyTable(first?: Fault): Promise<FaultyTable> {
  const embedded = await startEmbeddedDynamodb();
  let fault: Fault | undefined;
  let count = 0;
  let port = 0;
  const timers = new Set<NodeJS.Timeout>();

  const answers: Readonly<Record<Exclude<Fault, 'killed'>, (from: IncomingMessage, to: ServerResponse) => void>> = {
    hung: () => undefined,
    slow: (from, to) => timers.add(setTimeout(() => pass(from, to), SLOW_MS)),
    throttling: (_, to) => to.writeHead(400, JSON_TYPE).end(THROTTLED),
    garbage: (_, to) => to.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in to the network</html>'),
    'cut off': (_, to) => to.writeHead(200, { ...JSON_TYPE, 'content-length': '1000' }).write('{"Item":'),
    empty: (_, to) => to.writeHead(200).end(),
    broken: (_, to) => to.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>'),
  };

  function pass(from: IncomingMessage, to: ServerResponse): void {
    // Whoever asked has gone away while it was slow.
    if (from.destroyed) return;
    const { method, headers, url } = from;
    const sent = request(new URL(url ?? '/', embedded.endpoint), { method, headers }, (reply) => {
      to.writeHead(reply.statusCode ?? 500, reply.headers);
      reply.pipe(to);
    });
    sent.once('error', () => to.destroy());
    from.once('error', () => sent.destroy());
    from.once('close', () => from.complete || sent.destroy());
    from.pipe(sent);
  }

  const server = createServer((from, to) => {
    count += 1;
    if (fault === undefined || fault === 'killed') pass(from, to);
    else answers[fault](from, to);
  });
  const listen = () => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen();
  port = (server.address() as AddressInfo).port;

  const table: FaultyTable = {
    endpoint: `http://127.0.0.1:${port}`,
    takeCount() {
      const taken = count;
      count = 0;
      return taken;
    },
    async fail(next) {
      if (next === 'killed') await stop();
      fault = next;
    },
    async heal() {
      const was = fault;
      fault = undefined;
      if (was === 'killed') await listen();
    },
    async close() {
      for (const timer of timers) clearTimeout(timer);
      await stop();
      await embedded.close();
    },
  };
  if (first) await table.fail(first);
  return table;
}
