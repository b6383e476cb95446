/** The client of Amazon Bedrock. It gets a bundle of its own (infra/bundle-apart.ts), so that a cold start has nothing of it. */
import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { EmbeddingModelId } from './variables.ts';

export interface BedrockOptions {
  readonly model: EmbeddingModelId;
  /** Milliseconds for one try of a call. */
  readonly requestMs: number;
  readonly attempts: number;
  /** Where something else than AWS answers. */
  readonly endpoint?: string;
}

/** Sends a body to the model and returns the body of its reply. Rejects when the service refuses, or is silent. */
export type Invoke = (body: unknown, signal: AbortSignal | undefined) => Promise<unknown>;

/** Returns the model, asked over connections that are kept; by itself the client opens one of HTTP/2 for each call. */
export function openBedrock({ model, requestMs, attempts, endpoint }: BedrockOptions): Invoke {
  const local = { endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
  const client = new BedrockRuntimeClient({
    ...(endpoint !== undefined && local),
    maxAttempts: attempts,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: requestMs,
      requestTimeout: requestMs,
      throwOnRequestTimeout: true,
    }),
  });
  return async (body, signal) => {
    const command = new InvokeModelCommand({
      modelId: model,
      contentType: 'application/json',
      accept: 'application/json',
      body: JSON.stringify(body),
    });
    const reply = await client.send(command, signal && { abortSignal: signal });
    return JSON.parse(new TextDecoder().decode(reply.body));
  };
}
