/** Whose request it is, in Lambda: for the rate limit only. */
import { isSameSecret } from '../maintainers/same-secret.ts';

/** The header by which CloudFront proves that a request came through it; infra sets it and the key. */
export const ORIGIN_KEY_HEADER = 'x-origin-key';

/** What is used of an API Gateway event of payload format 2.0. */
export interface AddressedEvent {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly requestContext?: { readonly http?: { readonly sourceIp?: string } };
}

/**
 * Returns the visitor's address. Behind CloudFront, API Gateway sees CloudFront's own address and adds it to
 * `X-Forwarded-For` after the visitor's; what stands before was sent by the visitor and may be made up. A request that
 * went around CloudFront is believed in nothing but where it came from.
 */
export function clientAddress(event: AddressedEvent | undefined, originKey: string | undefined): string {
  const source = event?.requestContext?.http?.sourceIp ?? '';
  const key = event?.headers?.[ORIGIN_KEY_HEADER];
  const cameThroughCloudFront = originKey !== undefined && key !== undefined && isSameSecret(key, originKey);
  if (!cameThroughCloudFront) return source;
  const hops = (event?.headers?.['x-forwarded-for'] ?? '').split(',').map((hop) => hop.trim());
  return hops.at(hops.at(-1) === source ? -2 : -1) || source;
}
