/** A stand-in of the Lambda runtime interface on the loopback, and one function that runs against it. */
import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export interface RunningFunction {
  /** Returns what the handler returns. Throws an Error with what it throws. */
  invoke(event: unknown): Promise<unknown>;
  /** What the function has written to its standard output so far. */
  log(): string;
  /** Of its process. */
  readonly pid: number | undefined;
  stop(): void;
}

interface Invocation {
  readonly id: string;
  readonly event: unknown;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

const CLIENT = fileURLToPath(new URL('runtime-client.mjs', import.meta.url));
const PATH = /^\/2018-06-01\/runtime\/(?:init\/(error)|invocation\/(?:(next)|([\w-]+)\/(response|error)))$/;

/** Starts the bundle in a process with nothing but that environment, as Lambda does. */
export async function startFunction(
  bundle: string,
  environment: Readonly<Record<string, string>>,
): Promise<RunningFunction> {
  const waiting: Invocation[] = [];
  const running = new Map<string, Invocation>();
  let idle: ServerResponse | undefined;
  let number = 0;
  let died: Error | undefined;
  let output = '';

  function handOut(): void {
    if (!idle || waiting.length === 0) return;
    const next = waiting.shift();
    if (!next) return;
    running.set(next.id, next);
    idle.setHeader('lambda-runtime-aws-request-id', next.id).end(JSON.stringify(next.event));
    idle = undefined;
  }

  function fail(error: Error): void {
    died = error;
    for (const { reject } of [...waiting.splice(0), ...running.values()]) reject(error);
    running.clear();
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, init, next, id, outcome] = PATH.exec(request.url ?? '') ?? [];
    if (next) {
      idle = response;
      return handOut();
    }
    const body: unknown = JSON.parse(await text(request));
    const invocation = running.get(id ?? '');
    running.delete(id ?? '');
    if (outcome === 'response') invocation?.resolve(body);
    const { errorMessage = 'no message' } = (body ?? {}) as { errorMessage?: string };
    if (outcome === 'error') invocation?.reject(new Error(errorMessage));
    if (init) fail(new Error(errorMessage));
    response.writeHead(202).end();
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const child = spawn(process.execPath, [CLIENT], {
    env: { ...environment, AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`, LAMBDA_BUNDLE: bundle },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  child.once('exit', (code) => fail(died ?? new Error(`The function ended with ${code}: ${output}`)));

  return {
    invoke: (event) =>
      new Promise((resolve, reject) => {
        if (died) return reject(died);
        number += 1;
        waiting.push({ id: `request-${number}`, event, resolve, reject });
        return handOut();
      }),
    log: () => output,
    pid: child.pid,
    stop: () => {
      child.kill();
      server.close();
      server.closeAllConnections();
    },
  };
}
