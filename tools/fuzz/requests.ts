/** Requests to every operation of an OpenAPI document, right and wrong in path, query, headers, method and body. */
import fc from 'fast-check';
import type { ApiContract, Operation, Parameter } from './api-contract.ts';
import { anyJson, anyText, someValue, type ValueSchema } from './values.ts';

export interface FuzzRequest {
  readonly method: string;
  /** Path and query, percent-encoded. */
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | undefined;
}

export interface RequestOptions {
  /** Ids that exist: of messages, conversations, tickets, entries. */
  readonly knownIds: readonly string[];
  /** A header that opens the maintainers' routes. */
  readonly authorization: string;
}

/** Methods that a Request refuses to make (CONNECT, TRACE) are tried over a socket. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'FUZZ'] as const;
const WITHOUT_BODY: readonly string[] = ['GET', 'HEAD'];
const JSON_TYPES = ['application/json', 'application/json; charset=utf-8', 'APPLICATION/JSON;x="'] as const;
const OTHER_TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/jsonp',
  ';',
  '',
] as const;

/** Returns requests: most reach a handler, the others try what stands before it. */
export function fuzzRequests(contract: ApiContract, options: RequestOptions): fc.Arbitrary<FuzzRequest> {
  const known = fc.constantFrom(...options.knownIds);
  return oneOperation(contract).chain((operation) =>
    fc
      .record({
        method: mostly(operation.method, fc.constantFrom(...METHODS)),
        path: pathOf(operation, known),
        query: queryOf(operation, contract, known),
        headers: headersOf(operation, options),
        body: bodyOf(operation, contract, known),
      })
      .map(({ method, path, query, headers, body }) => ({
        method,
        target: query === '' ? path : `${path}?${query}`,
        headers,
        body: WITHOUT_BODY.includes(method) ? undefined : body,
      })),
  );
}

/** Maintainers' views of a period read a thousand times as much as any other request: they come less often. */
function oneOperation({ operations }: ApiContract): fc.Arbitrary<Operation> {
  const weightOf = ({ parameters }: Operation) => (parameters.some(({ name }) => name === 'from') ? 1 : 8);
  return fc.oneof(
    ...operations.map((operation) => ({ weight: weightOf(operation), arbitrary: fc.constant(operation) })),
  );
}

function mostly<T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 14, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
}

function pathOf({ path }: Operation, known: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const parts = path.split('/').map((part) => (part.startsWith('{') ? segment(known) : fc.constant(part)));
  return fc.tuple(...parts).map((all) => all.join('/'));
}

/** Also percent signs that encode nothing, slashes and dots. */
function segment(known: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: known.map(encoded) },
    { weight: 4, arbitrary: anyText.map((text) => encoded(text.slice(0, 300))) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('%', '%ZZ', '%C0%AF', '%ED%A0%80', '%00', '..%2F..', '%2e%2e', ';a=b', '~', '+'),
    },
  );
}

function queryOf(operation: Operation, contract: ApiContract, known: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const asked = operation.parameters.filter((each) => each.in === 'query').map((each) => pairOf(each, contract, known));
  const stray = fc.option(
    fc.tuple(fc.constantFrom('__proto__', 'constructor[prototype]', 'q', '[]', 'locale'), anyText).map(pair),
    { freq: 1, nil: '' },
  );
  return fc.tuple(stray, ...asked).map((pairs) => pairs.filter((each) => each !== '').join('&'));
}

function pairOf(
  { name, schema, required }: Parameter,
  { schemas }: ApiContract,
  known: fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  const one = someValue(schema as ValueSchema, schemas, known).map((value) =>
    pair([name, typeof value === 'string' ? value : (JSON.stringify(value) ?? '')]),
  );
  return fc.oneof(
    { weight: 14, arbitrary: one },
    { weight: required ? 1 : 14, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constantFrom(name, `${name}=%`, `${name}[]=1`) },
    { weight: 1, arbitrary: fc.tuple(one, one).map((both) => both.join('&')) },
  );
}

function headersOf(operation: Operation, { authorization }: RequestOptions): fc.Arbitrary<FuzzRequest['headers']> {
  const declared = operation.parameters
    .filter((each) => each.in === 'header')
    .map(({ name }) => header(name, headerText));
  return fc
    .tuple(
      header(
        'authorization',
        mostly(
          authorization,
          fc.oneof(
            headerText,
            headerText.map((text) => `Bearer ${text}`),
          ),
        ),
      ),
      header(
        'content-type',
        fc.oneof(
          { weight: 20, arbitrary: fc.constantFrom(...JSON_TYPES) },
          { weight: 1, arbitrary: fc.constantFrom(...OTHER_TYPES) },
        ),
      ),
      header(
        'accept-language',
        fc.oneof(
          headerText,
          fc.constantFrom('zh-TW,zh;q=0.9', 'nl', '*', 'en;q=abc', `${'x'.repeat(5000)}`, 'x-private,i-klingon'),
        ),
      ),
      seldom(header('content-encoding', fc.constantFrom('gzip', 'br', 'deflate', 'identity', 'zstd', 'gzip, gzip'))),
      seldom(header('if-none-match', fc.oneof(fc.constant('*'), headerText))),
      seldom(header('x-forwarded-for', headerText)),
      seldom(header('origin', headerText)),
      seldom(header('accept', headerText)),
      ...declared,
    )
    .map((all) => all.flatMap((each) => (each ? [each] : [])));
}

type Header = readonly [string, string];

function header(name: string, value: fc.Arbitrary<string>): fc.Arbitrary<Header | undefined> {
  return fc.option(value, { freq: 8, nil: undefined }).map((text) => (text === undefined ? undefined : [name, text]));
}

function seldom(arbitrary: fc.Arbitrary<Header | undefined>): fc.Arbitrary<Header | undefined> {
  return fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

/** Bytes that a header may hold (RFC 9110, 5.5): no control characters, no space at an end. */
const headerText = fc
  .array(fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0x80, max: 0xff })), { maxLength: 60 })
  .map((bytes) => String.fromCharCode(...bytes).trim());

function bodyOf(
  { requestBody }: Operation,
  { schemas }: ApiContract,
  known: fc.Arbitrary<string>,
): fc.Arbitrary<string | undefined> {
  const schema = requestBody?.content['application/json']?.schema;
  if (schema === undefined) return fc.option(anyJson, { freq: 1, nil: undefined });
  const meant = someValue(schema as ValueSchema, schemas, known).map((value) => JSON.stringify(value));
  return fc.oneof(
    { weight: 6, arbitrary: meant },
    { weight: 2, arbitrary: anyJson },
    { weight: 1, arbitrary: cut(meant) },
  );
}

/** A JSON text that ends too early. */
function cut(whole: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(whole, fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([text, share]) => text.slice(0, text.length * share));
}

function pair([name, value]: readonly [string, string]): string {
  return `${encoded(name)}=${encoded(value)}`;
}

/** A URL holds no surrogate that stands alone; the bytes that would encode one are tried by themselves. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
