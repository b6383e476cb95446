/** What the OpenAPI document promises of every reply, and which of its promises a reply breaks. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import * as z from 'zod';

const parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean().default(false),
  schema: z.record(z.string(), z.unknown()),
});

const described = z.object({
  parameters: z.array(parameter).default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) }).optional(),
  responses: z.record(
    z.string(),
    z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })).optional() }),
  ),
});

const openApiDocument = z.object({
  paths: z.record(z.string(), z.record(z.string(), described)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

export type Parameter = z.infer<typeof parameter>;

export interface Operation extends z.infer<typeof described> {
  /** In capitals. */
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
}

/** A reply as far as a promise can be made of it. */
export interface Reply {
  readonly status: number;
  readonly contentType: string | null;
  readonly text: string;
}

export interface ApiContract {
  readonly operations: readonly Operation[];
  /** The schemas that a `$ref` of the document may name, by their whole reference. */
  readonly schemas: ReadonlyMap<string, unknown>;
  /** Returns the operation that a request asks for, if there is one. */
  operationOf(method: string, path: string): Operation | undefined;
  /** Returns what is wrong with the reply to a request, nothing when it is as described. */
  faultsOf(method: string, path: string, reply: Reply): readonly string[];
}

/** A reply that shows such a thing shows how the program looks inside. */
const STACK_TRACE = /\n {4}at |\.(?:ts|js|mjs):\d+:\d+|node_modules|node:internal/;
const PROBLEM = 'application/problem+json';
const DOCUMENT = 'openapi.json';
/** Replies that have no body by the rules of HTTP (RFC 9110). */
const WITHOUT_BODY: readonly number[] = [204, 304];

/** Reads an OpenAPI 3.1 document. Throws a ZodError when it is none, and an Error when a schema is wrong. */
export function readApiContract(document: unknown): ApiContract {
  const { paths, components } = openApiDocument.parse(document);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajvFormats.default(ajv);
  ajv.addSchema(document as object, DOCUMENT);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );

  function schemaFaults(pointer: readonly string[], value: unknown): readonly string[] {
    const reference = `${DOCUMENT}#/${pointer.map(escaped).join('/')}`;
    const validate = ajv.getSchema(reference);
    if (!validate) return [`no schema at ${reference}`];
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  }

  const operationOf: ApiContract['operationOf'] = (method, path) =>
    operations.find((operation) => operation.method === method && matches(operation.path, path));

  return {
    operations,
    schemas: new Map(
      Object.entries(components.schemas).map(([name, schema]) => [`#/components/schemas/${name}`, schema]),
    ),
    operationOf,
    faultsOf(method, path, { status, contentType, text }) {
      const faults = STACK_TRACE.test(text) ? ['a stack trace'] : [];
      // HEAD is GET without its body.
      const operation = operationOf(method === 'HEAD' ? 'GET' : method, path);
      const promised = operation?.responses[status];
      if (operation && !promised) faults.push(`status ${status} is not described`);
      if (text === '' || WITHOUT_BODY.includes(status) || method === 'HEAD') return faults;
      const type = contentType?.split(';')[0]?.trim() ?? '';
      if (!operation || !promised) return [...faults, ...problemFaults(status, type, text)];
      if (!promised.content?.[type]) return [...faults, `content type "${type}" is not described`];
      const pointer = ['paths', operation.path, operation.method.toLowerCase(), 'responses', String(status)];
      return [...faults, ...schemaFaults([...pointer, 'content', type, 'schema'], parsed(text))];
    },
  };

  /** What is not described, such as an unknown path, is refused by a problem document all the same. */
  function problemFaults(status: number, type: string, text: string): readonly string[] {
    if (status < 400) return [];
    if (type !== PROBLEM) return [`status ${status} as "${type}"`];
    return schemaFaults(['components', 'schemas', 'Problem'], parsed(text));
  }
}

function matches(template: string, path: string): boolean {
  const expected = template.split('/');
  const actual = path.split('/');
  return (
    expected.length === actual.length &&
    expected.every((part, at) => (part.startsWith('{') ? actual[at] !== '' : part === actual[at]))
  );
}

/** RFC 6901, then percent-encoded as a fragment. */
function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/** What is no JSON fits no schema. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
