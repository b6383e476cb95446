/** Starts a server of the load bench, and asks it what it uses. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ServerKind, Usage } from './serve.ts';

export interface ServerProcess {
  readonly kind: ServerKind;
  readonly url: string;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** What the bare one says. */
  readonly constant?: string;
  /** A folder for its processor profile. */
  readonly profile?: string | undefined;
}

/** Resolves when it answers. */
export async function startServerProcess(
  kind: ServerKind,
  { constant = '{}', profile }: ServerOptions = {},
): Promise<ServerProcess> {
  const child = fork(fileURLToPath(new URL('serve.ts', import.meta.url)), [kind, constant], {
    execArgv: ['--import', 'tsx', '--no-warnings', ...(profile ? ['--cpu-prof', '--cpu-prof-dir', profile] : [])],
  });
  const [{ port }] = (await once(child, 'message')) as [{ readonly port: number }];
  return {
    kind,
    url: `http://127.0.0.1:${port}`,
    async usage() {
      child.send('usage');
      const [usage] = (await once(child, 'message')) as [Usage];
      return usage;
    },
    async stop() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
