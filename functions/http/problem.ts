/** Problem documents (RFC 9457) in the visitor's language, with stable types and nothing of the inside. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Locale } from '../catalogue/catalogue.ts';
import { translatorFor } from '../conversation/translate.ts';
import { acceptedLocale } from './locale.ts';

const PROBLEMS = {
  badRequest: { status: 400, type: 'bad-request' },
  notJson: { status: 400, type: 'not-json' },
  unauthorized: { status: 401, type: 'unauthorized' },
  forbidden: { status: 403, type: 'forbidden' },
  notFound: { status: 404, type: 'not-found' },
  methodNotAllowed: { status: 405, type: 'method-not-allowed' },
  conflict: { status: 409, type: 'conflict' },
  tooLarge: { status: 413, type: 'too-large' },
  unsupportedMediaType: { status: 415, type: 'unsupported-media-type' },
  tooManyRequests: { status: 429, type: 'too-many-requests' },
  internal: { status: 500, type: 'internal' },
  unavailable: { status: 503, type: 'unavailable' },
} as const satisfies Record<string, { status: ContentfulStatusCode; type: string }>;
export type ProblemName = keyof typeof PROBLEMS;

export interface FieldError {
  readonly path: string;
  readonly message: string;
}

export interface ProblemDetails {
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Values for the placeholders of the detail text. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** Locale of the request's body or query, where it was readable. */
  readonly locale?: Locale;
}

/** Returns the response for a problem. */
export function problem(
  context: Context,
  name: ProblemName,
  { errors, headers, values, locale }: ProblemDetails = {},
): Response {
  const { status, type } = PROBLEMS[name];
  const t = translatorFor(locale ?? acceptedLocale(context.req.header('accept-language')));
  const body = {
    type: `urn:simtolk:problem:${type}`,
    title: t(`error.${name}.title`),
    status,
    detail: t(`error.${name}.detail`, { ...values }),
    ...(errors && { errors }),
    requestId: context.get('requestId'),
  };
  return context.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json; charset=utf-8',
    ...headers,
  });
}
