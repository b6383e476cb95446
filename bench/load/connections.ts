/** Many idle connections at once, from this process, while another client asks: is it still served? */
import { connect, type Socket } from 'node:net';
import type { ServerProcess } from './server-process.ts';
import { shoot } from './shoot.ts';

const SECONDS = 5;
const RATE = 50;
const BATCH = 500;

/** Prints how a client does without and with the connections. Needs a limit of open files (`ulimit -n`) above their number. */
export async function holdConnections(server: ServerProcess, count: number): Promise<void> {
  const shot = () => shoot(server, { seconds: SECONDS, connections: 4, rate: RATE });
  const { hostname, port } = new URL(server.url);
  const alone = await shot();
  const sockets: Socket[] = [];
  let refused = 0;
  for (let opened = 0; opened < count; opened += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - opened) }, () => connect(Number(port), hostname));
    await Promise.all(batch.map((socket) => opening(socket).catch(() => (refused += 1))));
    sockets.push(...batch);
  }
  // Each asks half a request, so that it is no idle keep-alive connection but one that the server waits for.
  for (const socket of sockets) socket.write('POST /v1/messages HTTP/1.1\r\nhost: x\r\n');
  const open = sockets.filter(({ destroyed }) => !destroyed).length;
  const beside = await shot();
  console.log(
    `alone                      p50 ${alone.p50Ms} ms  p99 ${alone.p99Ms} ms  memory ${alone.rssMb.toFixed(0)} MB  ${alone.failures} failed`,
  );
  console.log(
    `beside ${open} connections  p50 ${beside.p50Ms} ms  p99 ${beside.p99Ms} ms  memory ${beside.rssMb.toFixed(0)} MB  ${beside.failures} failed  (${refused} of ${count} refused)`,
  );
  for (const socket of sockets) socket.destroy();
}

function opening(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.once('connect', resolve);
  });
}
