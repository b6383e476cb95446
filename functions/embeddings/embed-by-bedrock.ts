/** Asks Amazon Bedrock for the vectors of texts. */
import type { BedrockOptions, Invoke } from './bedrock-client.ts';
import { MODELS, type TextUse } from './embedding-models.ts';

/** Returns a vector for each text, in their order. Rejects when there is none for one of them. */
export type Embed = (
  texts: readonly string[],
  use: TextUse,
  signal?: AbortSignal,
) => Promise<readonly (readonly number[])[]>;

/** Returns the adapter for the service; its client is loaded with the first call. */
export function embedByBedrock(options: BedrockOptions): Embed {
  const { mostTexts, request, vectorsOf } = MODELS[options.model];
  let opened: Promise<Invoke> | undefined;

  async function call(texts: readonly string[], use: TextUse, signal: AbortSignal | undefined) {
    opened ??= import('./bedrock-client.ts').then(({ openBedrock }) => openBedrock(options));
    const invoke = await opened;
    const vectors = vectorsOf(await invoke(request(texts, use), signal));
    if (vectors.length !== texts.length) throw new Error(`${vectors.length} vectors came for ${texts.length} texts.`);
    return vectors;
  }

  return async (texts, use, signal) => {
    const vectors: (readonly number[])[] = [];
    for (let at = 0; at < texts.length; at += mostTexts)
      vectors.push(...(await call(texts.slice(at, at + mostTexts), use, signal)));
    return vectors;
  };
}
