/** Runs DynamoDB in a thread of its own, so that the tables' work never holds up an answer. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import type { EmbeddedDynamodb } from './embedded-dynamodb.ts';

const started = z.object({ endpoint: z.string() });

/** Starts it on a free port. With a folder, its data outlives the process. Rejects with what the thread fails with. */
export async function startEmbeddedDynamodbThread(folder?: string): Promise<EmbeddedDynamodb> {
  const worker = new Worker(new URL('embedded-dynamodb-worker.mjs', import.meta.url), {
    workerData: { folder },
  });
  const [message] = await once(worker, 'message');
  return {
    endpoint: started.parse(message).endpoint,
    async close() {
      worker.postMessage('close');
      await once(worker, 'exit');
    },
  };
}
