/** Small pieces that every route's description is made of. */
import type { z } from '@hono/zod-openapi';
import { problemSchema } from './schemas.ts';

/** Returns the description of a required JSON body. */
export function jsonBody<T extends z.ZodType>(schema: T) {
  return { content: { 'application/json': { schema } }, required: true } as const;
}

/** Returns the description of a JSON response. */
export function jsonReply<T extends z.ZodType>(description: string, schema: T) {
  return { description, content: { 'application/json': { schema } } } as const;
}

const DESCRIPTIONS = {
  400: 'Something in the request is missing or wrong',
  401: 'No valid token',
  403: 'The token lacks the role',
  404: 'Not there',
  409: 'The Idempotency-Key was used for another request',
  413: 'The body is over 16 KiB',
  415: 'The body is not JSON',
  429: 'Too many requests from one client',
  503: 'Nothing was stored; try again later',
} as const;

/** Returns the descriptions of the problem responses that a route can give. */
export function problems(...statuses: (keyof typeof DESCRIPTIONS)[]) {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: DESCRIPTIONS[status], content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
  );
}
