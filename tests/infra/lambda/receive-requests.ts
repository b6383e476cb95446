/** A server on the loopback that takes every request and remembers it: in place of CloudFormation's S3, or of an AWS API. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** What SNS says when it has taken a message. */
export const SNS_REPLY =
  '<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>';

/** Starts it; `requests` grows as requests come, and each gets the same reply. */
export async function receiveRequests(reply = '{}') {
  const requests: Received[] = [];
  const server = createServer(async (request, response) => {
    requests.push({ method: request.method ?? '', path: request.url ?? '', body: await text(request) });
    response.setHeader('content-type', reply.startsWith('<') ? 'text/xml' : 'application/json').end(reply);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { requests, address: `http://127.0.0.1:${port}`, close: () => server.close() };
}
