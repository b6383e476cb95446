/** Starts `moto_server`, a stand-in of AWS written in Python, where it is on this machine. */
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

export interface Moto {
  /** By name: with a number moto misreads the address of a template. */
  readonly endpoint: string;
  stop(): void;
}

const MOST_SECONDS = 30;

/** Returns whether the command is on the path. */
export function isMotoThere(path = process.env.PATH ?? ''): boolean {
  return path.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, 'moto_server'), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Starts it on a free port. Rejects when it does not answer within half a minute. */
export async function startMoto(): Promise<Moto> {
  const port = await freePort();
  const child = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore', detached: true });
  const moto = { endpoint: `http://localhost:${port}`, stop: () => stop(child) };
  for (let second = 0; second < MOST_SECONDS; second += 1) {
    const answer = await fetch(`${moto.endpoint}/moto-api/`).catch(() => undefined);
    if (answer?.ok) return moto;
    await setTimeout(1000);
  }
  moto.stop();
  throw new Error(`moto_server did not answer within ${MOST_SECONDS} seconds.`);
}

/** The whole group: the command may be a shim that starts another process. */
function stop({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
