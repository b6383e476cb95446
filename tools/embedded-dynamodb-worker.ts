/** The thread of an embedded DynamoDB: says where it listens, and closes when it is told anything. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { startEmbeddedDynamodb } from './embedded-dynamodb.ts';

if (!parentPort) throw new Error('This file is the code of a thread.');
const { folder } = z.object({ folder: z.string().optional() }).parse(workerData);
const embedded = await startEmbeddedDynamodb(folder);
const told = once(parentPort, 'message');
parentPort.postMessage({ endpoint: embedded.endpoint });
await told;
await embedded.close();
parentPort.close();
