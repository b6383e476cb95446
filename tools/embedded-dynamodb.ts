/** Runs DynamoDB inside this process, so that the same handlers work without an account. */

import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';

export interface EmbeddedDynamodb {
  readonly endpoint: string;
  close(): Promise<void>;
}

/** Starts it on a free port. With a folder, its data outlives the process. */
export async function startEmbeddedDynamodb(folder?: string): Promise<EmbeddedDynamodb> {
  if (folder) mkdirSync(folder, { recursive: true });
  const server = dynalite({ ...(folder && { path: folder }), createTableMs: 0, deleteTableMs: 0 });
  // Only this process connects: a connection that is closed while idle breaks the request that just takes it up.
  server.keepAliveTimeout = 0;
  const busy = new Set<ServerResponse>();
  server.on('request', (_, response) => {
    busy.add(response);
    response.once('close', () => busy.delete(response));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: async () => {
      // It closes its files at once: what is being written would fail with nobody to hear of it.
      await Promise.all([...busy].map((response) => once(response, 'close')));
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
