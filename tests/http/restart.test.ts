import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../tools/read-content.ts';

const running: ChildProcess[] = [];
afterEach(() => {
  for (const process of running.splice(0)) process.kill('SIGKILL');
});

/** Starts the product as `npm start` does; returns its address once it is ready. */
async function start(dataDir: string): Promise<{ readonly server: ChildProcess; readonly address: string }> {
  const server = spawn(process.execPath, ['--import', 'tsx', 'tools/start.ts'], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  running.push(server);
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /ready at (\S+)/.exec(line)?.[1];
    if (address) return { server, address };
  }
  throw new Error('The server ended before it was ready.');
}

async function ask(address: string, body: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
  const response = await fetch(`${address}/v1/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
}

describe('a server that is killed', () => {
  it('knows the conversation and the catalogue when it is started again', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'simtolk-restart-'));
    const before = await start(dataDir);
    const first = await ask(before.address, { text: 'how do I install the esim on an iphone' });
    before.server.kill('SIGKILL');
    await once(before.server, 'exit');
    const after = await start(dataDir);
    const second = await ask(after.address, { text: 'and on Android?', conversationId: first.conversationId });
    expect(second).toMatchObject({
      match: 'activate-android',
      conversationId: first.conversationId,
      catalogueVersion: first.catalogueVersion,
    });
  });
});

describe('a wrong setting', () => {
  it('stops the start and is named', async () => {
    const server = spawn(process.execPath, ['--import', 'tsx', 'tools/start.ts'], {
      cwd: PROJECT_ROOT,
      env: { ...process.env, PORT: 'many' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    running.push(server);
    const said: string[] = [];
    server.stderr.on('data', (chunk) => said.push(String(chunk)));
    const [code] = await once(server, 'close');
    expect(code).toBe(1);
    expect(said.join('')).toContain('PORT');
  });
});
