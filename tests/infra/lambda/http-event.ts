/** Events as API Gateway's HTTP API sends them, payload format 2.0. */
import * as z from 'zod';

export interface HttpRequest {
  readonly method?: string;
  /** With the query string, if any. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const ADDRESS = '203.0.113.7';

/** Returns the event of a request. */
export function httpEvent({ method = 'GET', path, headers = {}, body }: HttpRequest) {
  const [rawPath = '', rawQueryString = ''] = path.split('?');
  const query = Object.fromEntries(new URLSearchParams(rawQueryString));
  const domainName = 'a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com';
  const sent = { host: domainName, 'x-forwarded-for': ADDRESS, 'x-forwarded-proto': 'https', ...headers };
  return {
    version: '2.0',
    routeKey: 'ANY /{path+}',
    rawPath,
    rawQueryString,
    headers: { ...sent, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(rawQueryString && { queryStringParameters: query }),
    pathParameters: { path: rawPath.slice(1) },
    requestContext: {
      accountId: '111122223333',
      apiId: 'a1b2c3d4e5',
      domainName,
      domainPrefix: 'a1b2c3d4e5',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: ADDRESS, userAgent: 'test' },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: 'ANY /{path+}',
      stage: '$default',
      time: '12/Mar/2026:19:03:58 +0000',
      timeEpoch: 1773342238000,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  };
}

const result = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

/** Returns status, headers and JSON of what a handler returned, as API Gateway reads it. */
export function httpReply(returned: unknown) {
  const { statusCode, headers, body, isBase64Encoded } = result.parse(returned);
  const written = isBase64Encoded ? Buffer.from(body, 'base64').toString() : body;
  const isJson = (headers['content-type'] ?? '').includes('json');
  return { status: statusCode, headers, json: (isJson ? JSON.parse(written) : undefined) as unknown, body: written };
}
