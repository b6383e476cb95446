/** How the function tells requests that came through CloudFront from those that went around it. */
import { Fn, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** The header that CloudFront adds; `functions/http/client-address.ts` reads it. */
export const ORIGIN_KEY_HEADER = 'x-origin-key';

/**
 * What CloudFront tells the function with each request, so that a visitor's address is believed from CloudFront alone.
 * The random part of the stack's id: nobody outside the account sees it, and it costs no secret store.
 */
export function originKey(scope: Construct): string {
  return Fn.select(2, Fn.split('/', Stack.of(scope).stackId));
}
