/** Runs DynamoDB inside this process, so that the same handlers work without an account. */

import { mkdirSync } from 'node:fs';
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
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
