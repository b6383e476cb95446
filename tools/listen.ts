/** Serves an app by node:http, with every limit said: nothing that a flood meets is left to Node's defaults. */
import { createServer, type Server } from 'node:http';
import { serve } from '@hono/node-server';

export interface NodeLimits {
  /** The headers must have come within this time, or the connection is closed with 408. */
  readonly headersTimeoutMs: number;
  /** The same for the whole request. */
  readonly requestTimeoutMs: number;
  /** A connection that asks nothing is closed after this time. */
  readonly keepAliveTimeoutMs: number;
  /** How often the first two are looked at. */
  readonly checkEveryMs: number;
  /** Request line and headers together; beyond it, 431. */
  readonly headerBytes: number;
  /** Header lines; what is beyond is not read. */
  readonly headerCount: number;
  /** Connections at a time; further ones are closed at once. */
  readonly connections: number;
}

/** A body has 16 KiB at most, so whoever needs longer for it is no visitor; header bytes are what API Gateway takes. */
export const NODE_LIMITS: NodeLimits = {
  headersTimeoutMs: 5_000,
  requestTimeoutMs: 10_000,
  keepAliveTimeoutMs: 5_000,
  checkEveryMs: 1_000,
  headerBytes: 10_240,
  headerCount: 100,
  connections: 12_000,
};

export interface ListenOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  readonly limits?: NodeLimits;
}

/** Resolves with the server once it listens; rejects when it cannot. */
export function listen(
  fetch: Parameters<typeof serve>[0]['fetch'],
  { port, host, limits = NODE_LIMITS }: ListenOptions,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch,
        port,
        hostname: host,
        createServer,
        serverOptions: {
          headersTimeout: limits.headersTimeoutMs,
          requestTimeout: limits.requestTimeoutMs,
          keepAliveTimeout: limits.keepAliveTimeoutMs,
          connectionsCheckingInterval: limits.checkEveryMs,
          maxHeaderSize: limits.headerBytes,
        },
      },
      () => resolve(server),
    ) as Server;
    server.maxHeadersCount = limits.headerCount;
    server.maxConnections = limits.connections;
    server.once('error', reject);
  });
}
