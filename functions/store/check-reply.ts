/** Takes a reply for DynamoDB's only when it is whole: a 200 of something in between would pass for a stored item. */
import { crc32 } from 'node:zlib';
import type { DeserializeMiddleware } from '@smithy/types';
import * as z from 'zod';
import { TableSilentError } from './table-silent-error.ts';

const response = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.custom<AsyncIterable<Uint8Array> & { destroy(error: Error): void }>(),
});
const JSON_TYPE = 'application/x-amz-json-1.0';
const CHECKSUM = 'x-amz-crc32';

/**
 * Returns a middleware of the client that reads each reply within `mostMs` and checks its type and checksum. It throws a
 * TableSilentError for what DynamoDB never sends; refusals of DynamoDB's own pass.
 */
export function checkReply<I extends object, O extends object>(mostMs: number): DeserializeMiddleware<I, O> {
  return (next) => async (args) => {
    const result = await next(args);
    const reply = response.parse(result.response);
    const body = await readWithin(reply.body, mostMs);
    if (reply.statusCode < 500 && !isWhole(reply.headers, body)) throw new TableSilentError('The reply is not whole.');
    // The client reads it again, from memory.
    Object.assign(result.response as object, { body });
    return result;
  };
}

async function readWithin(stream: z.infer<typeof response>['body'], mostMs: number): Promise<Uint8Array> {
  const timer = setTimeout(() => stream.destroy(new TableSilentError('The reply does not end.')), mostMs);
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    return Buffer.concat(chunks);
  } finally {
    clearTimeout(timer);
  }
}

function isWhole(headers: Readonly<Record<string, string>>, body: Uint8Array): boolean {
  if (body.length === 0 || !headers['content-type']?.startsWith(JSON_TYPE)) return false;
  // AWS and the embedded DynamoDB send it always, other stand-ins may not.
  const checksum = headers[CHECKSUM];
  return checksum === undefined || Number(checksum) === crc32(body);
}
