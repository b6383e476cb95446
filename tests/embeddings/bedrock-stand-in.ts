/** Amazon Bedrock on the loopback: InvokeModel as its two embedding models take it, and its failures. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import * as z from 'zod';

/** What the service does with a call. */
export type Behaviour = 'well' | 'silent' | 'broken' | 'throttled' | 'garbage' | 'short vectors' | 'too few vectors';

export interface BedrockStandIn {
  readonly endpoint: string;
  /** Every text that came, in its order. */
  readonly texts: string[];
  /** The calls: the model, and what its texts were for. */
  readonly calls: { readonly model: string; readonly use: string }[];
  behave(behaviour: Behaviour): void;
  /** From now on a text means the same as another. */
  means(text: string, same: string): void;
  close(): void;
}

const INVOKE = /^\/model\/([^/]+)\/invoke$/;
const SIGNED =
  /^AWS4-HMAC-SHA256 Credential=[^/]+\/\d{8}\/[\w-]+\/bedrock\/aws4_request, SignedHeaders=.*, Signature=\w{64}$/;
const cohere = z.strictObject({
  texts: z.array(z.string().max(2048)).min(1).max(96),
  input_type: z.enum(['search_document', 'search_query']),
  truncate: z.enum(['NONE', 'START', 'END']),
});
const titan = z.strictObject({
  inputText: z.string().min(1),
  dimensions: z.literal([256, 512, 1024]),
  normalize: z.boolean(),
});

/** Starts it on a free port. */
export async function startBedrock(): Promise<BedrockStandIn> {
  const meanings = new Map<string, string>();
  const texts: string[] = [];
  const calls: BedrockStandIn['calls'] = [];
  let behaviour: Behaviour = 'well';
  const vectorFor = (asked: string) => {
    const vector = vectorOf(meanings.get(asked) ?? asked);
    return behaviour === 'short vectors' ? vector.slice(0, 3) : vector;
  };
  const vectorsFor = (asked: readonly string[]) =>
    (behaviour === 'too few vectors' ? asked.slice(1) : asked).map(vectorFor);

  function reply(model: string, body: unknown): unknown {
    if (model.startsWith('cohere.')) {
      const { texts: asked, input_type: use } = cohere.parse(body);
      texts.push(...asked);
      calls.push({ model, use });
      return { id: 'a1', texts: asked, embeddings: vectorsFor(asked), response_type: 'embeddings_floats' };
    }
    const { inputText } = titan.parse(body);
    texts.push(inputText);
    calls.push({ model, use: '' });
    const [embedding = []] = vectorsFor([inputText]);
    return { embedding, inputTextTokenCount: 4, embeddingsByType: { float: embedding } };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, model = ''] = INVOKE.exec(request.url ?? '') ?? [];
    if (request.method !== 'POST' || model === '') return fail(response, 404, 'UnknownOperationException');
    if (!SIGNED.test(request.headers.authorization ?? '')) return fail(response, 403, 'AccessDeniedException');
    try {
      const body = reply(decodeURIComponent(model), JSON.parse(await text(request)));
      if (behaviour === 'silent') return undefined;
      if (behaviour === 'broken') return fail(response, 500, 'InternalServerException');
      if (behaviour === 'throttled') return fail(response, 429, 'ThrottlingException');
      response.setHeader('content-type', 'application/json');
      response.end(behaviour === 'garbage' ? '<html>{"embeddings":' : JSON.stringify(body));
    } catch (error) {
      fail(response, 400, 'ValidationException', String(error));
    }
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    texts,
    calls,
    behave: (next) => {
      behaviour = next;
    },
    means: (asked, same) => void meanings.set(asked, same),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function fail(response: ServerResponse, status: number, type: string, message = type): void {
  response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type });
  response.end(JSON.stringify({ message }));
}

/** A direction of its own for each text: two texts that mean nothing alike stand at right angles, nearly. */
function vectorOf(meaning: string): number[] {
  let state = [...meaning].reduce(
    (hash, character) => Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193),
    1,
  );
  return Array.from({ length: 1024 }, () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return ((state >>> 8) % 2001) / 1000 - 1;
  });
}
