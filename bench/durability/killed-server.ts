/** The product in a process of its own, which is killed without warning and started again on the same data. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { PROJECT_ROOT } from '../../tools/read-content.ts';

export const ADMIN_TOKEN = 'a-token-of-the-bench-only';

export interface KilledServer {
  readonly address: string;
  /** Kills it (-9) and resolves when it answers again. */
  killAndStart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it on a free port that it keeps. */
export async function startServer(dataDir: string): Promise<KilledServer> {
  const port = await freePort();
  let child = await start(port, dataDir);
  const kill = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return {
    address: `http://127.0.0.1:${port}`,
    async killAndStart() {
      await kill();
      child = await start(port, dataDir);
    },
    stop: kill,
  };
}

async function start(port: number, dataDir: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tools/start.ts'], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, RATE_LIMIT: '0', ADMIN_TOKEN },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const line of createInterface({ input: child.stdout })) if (line.includes('ready at')) return child;
  throw new Error('The server ended before it was ready.');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address.port;
}
