/**
 * `npm run bench:load [-- --rounds 3 --seconds 10 --soak 600 --connections 10000]`: questions over the loopback, against
 * a bare handler in the same run. Rounds take turns, since other work on the machine comes and goes; each figure is
 * the median of its rounds. `--profile <folder>` keeps each server's processor profile (for Chrome's DevTools).
 */
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { holdConnections } from './connections.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';
import { middleReply, type Shot, shoot } from './shoot.ts';
import { soak } from './soak.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    soak: { type: 'string' },
    connections: { type: 'string' },
    profile: { type: 'string' },
  },
});
const CONNECTIONS = 16;
const STEADY_RATE = 200;
const seconds = Number(values.seconds);
const { profile } = values;

console.log(
  `Node ${process.version}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} before the start`,
);
const product = await startServerProcess('product', { profile });
try {
  if (values.soak !== undefined) await soak(product, Number(values.soak));
  else if (values.connections !== undefined) await holdConnections(product, Number(values.connections));
  else await compare();
} finally {
  await product.stop();
}

async function compare(): Promise<void> {
  const constant = await middleReply(product);
  const app = await startServerProcess('app', { profile });
  const bare = await startServerProcess('bare', { constant, profile });
  const servers = [bare, app, product];
  console.log(`constant reply of ${Buffer.byteLength(constant)} bytes, ${CONNECTIONS} connections`);
  for (const server of servers) await shoot(server, { seconds: 2, connections: CONNECTIONS });
  const fast = await inTurns(servers, (server) => shoot(server, { seconds, connections: CONNECTIONS }));
  const bareRate = fast.get(bare)?.requestsPerSecond ?? Number.NaN;
  const bareCpu = fast.get(bare)?.cpuMsPerRequest ?? Number.NaN;
  for (const [{ kind }, shot] of fast) {
    const shares = `${(shot.requestsPerSecond / bareRate).toFixed(2)} of bare; by processor time ${(bareCpu / shot.cpuMsPerRequest).toFixed(2)}`;
    console.log(`as fast as it can  ${line(kind, shot)}  ${shares}`);
  }
  const steady = await inTurns(servers, (server) =>
    shoot(server, { seconds, connections: CONNECTIONS, rate: STEADY_RATE }),
  );
  for (const [{ kind }, shot] of steady) console.log(`at ${STEADY_RATE} a second    ${line(kind, shot)}`);
  await Promise.all([app.stop(), bare.stop()]);
}

async function inTurns(
  servers: readonly ServerProcess[],
  measure: (server: ServerProcess) => Promise<Shot>,
): Promise<ReadonlyMap<ServerProcess, Shot>> {
  const shots = new Map<ServerProcess, Shot[]>(servers.map((server) => [server, []]));
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const server of servers) shots.get(server)?.push(await measure(server));
  }
  return new Map([...shots].map(([server, all]) => [server, medianOf(all)]));
}

/** The median of each figure by itself. */
function medianOf(shots: readonly Shot[]): Shot {
  const middle = (of: (shot: Shot) => number) =>
    shots.map(of).toSorted((a, b) => a - b)[Math.floor(shots.length / 2)] ?? Number.NaN;
  return {
    requestsPerSecond: middle((shot) => shot.requestsPerSecond),
    p50Ms: middle((shot) => shot.p50Ms),
    p99Ms: middle((shot) => shot.p99Ms),
    worstMs: middle((shot) => shot.worstMs),
    failures: shots.reduce((sum, { failures }) => sum + failures, 0),
    cpuMsPerRequest: middle((shot) => shot.cpuMsPerRequest),
    loopP99Ms: middle((shot) => shot.loopP99Ms),
    loopMeanMs: middle((shot) => shot.loopMeanMs),
    rssMb: middle((shot) => shot.rssMb),
  };
}

function line(kind: string, { requestsPerSecond, p50Ms, p99Ms, loopP99Ms, cpuMsPerRequest, failures }: Shot): string {
  return `${kind.padEnd(8)}${requestsPerSecond.toFixed(0).padStart(6)}/s  p50 ${p50Ms} ms  p99 ${p99Ms} ms  loop p99 ${loopP99Ms.toFixed(1)} ms  processor ${cpuMsPerRequest.toFixed(2)} ms a request  ${failures} failed`;
}
