/** What every request passes before its route: an id, security headers, and limits of size, type and rate. */

import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { AppEnvironment, Dependencies } from './dependencies.ts';
import { networkOf } from './network-of.ts';
import { problem } from './problem.ts';

const MOST_KIB = 16;
const WINDOW_SECONDS = 60;
/** The content encoding of a body that is not packed (RFC 9110, 8.4). */
const PLAIN = 'identity';

/** Gives each request an id and logs how it ended; the text of a question is never part of it. */
export function requestLog({ newId, log, now }: Dependencies) {
  return createMiddleware<AppEnvironment>(async (context, next) => {
    const started = now().getTime();
    context.set('requestId', newId());
    await next();
    // Not `context.header`: on a finished response it copies the body through a stream.
    context.res.headers.set('x-request-id', context.get('requestId'));
    log('request', {
      requestId: context.get('requestId'),
      method: context.req.method,
      // The route's template: an id in a path opens a conversation, and stays out of the log.
      path: routePath(context, -1),
      status: context.res.status,
      durationMs: now().getTime() - started,
    });
  });
}

const MOST_BYTES = MOST_KIB * 1024;
const tooLarge = (context: Context) => problem(context, 'tooLarge', { values: { kib: MOST_KIB } });
const countedLimit = bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge });

/** Refuses bodies over 16 KiB. */
export const sizeLimit = createMiddleware<AppEnvironment>(async (context, next) => {
  const announced = context.req.header('content-length');
  // The library opens the body as a stream before it looks at the length: that costs as much as finding an answer.
  if (announced !== undefined && context.req.header('transfer-encoding') === undefined)
    return Number(announced) > MOST_BYTES ? tooLarge(context) : next();
  return countedLimit(context, next);
});

/** Refuses bodies that are not JSON by their type, or are packed. */
export const jsonOnly = createMiddleware<AppEnvironment>(async (context, next) => {
  const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return problem(context, 'unsupportedMediaType');
  // Nothing is unpacked here, so that a small body cannot become a large one.
  const encoding = context.req.header('content-encoding')?.trim().toLowerCase() ?? PLAIN;
  if (encoding !== PLAIN) return problem(context, 'unsupportedMediaType', { headers: { 'accept-encoding': PLAIN } });
  return next();
});

/**
 * Refuses a client's requests beyond its share a minute. The key is a hash with a salt that lives only in this
 * process and changes daily: no address is kept.
 */
export function rateLimit({ clientOf, requestsPerMinute, now }: Dependencies) {
  if (requestsPerMinute === 0) return createMiddleware<AppEnvironment>((_, next) => next());
  const limiter = new RateLimiterMemory({ points: requestsPerMinute, duration: WINDOW_SECONDS });
  let salt = { day: '', bytes: randomBytes(16) };
  const keyOf = (client: string) => {
    const day = now().toISOString().slice(0, 10);
    if (salt.day !== day) salt = { day, bytes: randomBytes(16) };
    return createHash('sha256').update(salt.bytes).update(networkOf(client)).digest('base64url');
  };
  return createMiddleware<AppEnvironment>(async (context, next) => {
    try {
      await limiter.consume(keyOf(clientOf(context)));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      return problem(context, 'tooManyRequests', { values: { seconds }, headers: { 'retry-after': String(seconds) } });
    }
    return next();
  });
}
