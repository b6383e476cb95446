/** What each embedding model takes and gives, as Amazon Bedrock's user guide has it under "Model parameters". */
import * as z from 'zod';
import type { EmbeddingModelId } from './variables.ts';

/** What a text is: some models place questions and what answers them by different rules. */
export type TextUse = 'entry' | 'question';

/** Cosines at which a text has nothing to do with an entry, and at which it means the same. */
export interface Nearness {
  readonly far: number;
  readonly near: number;
}

export interface EmbeddingModel {
  /** Texts that one call takes. */
  readonly mostTexts: number;
  readonly nearness: Nearness;
  /** Returns the body of a call. */
  request(texts: readonly string[], use: TextUse): unknown;
  /** Returns a vector a text. Throws a ZodError when the body is not what the model gives. */
  vectorsOf(body: unknown): readonly (readonly number[])[];
}

/** Both models can give other lengths; entries and questions must have the same. */
export const DIMENSIONS = 1024;

const vector = z
  .array(z.number())
  .length(DIMENSIONS)
  .refine((values) => values.some((value) => value !== 0), 'points nowhere');
const cohereReply = z.object({ embeddings: z.array(vector) });
const titanReply = z.object({ embedding: vector });

export const MODELS: Readonly<Record<EmbeddingModelId, EmbeddingModel>> = {
  'cohere.embed-multilingual-v3': {
    mostTexts: 96,
    nearness: { far: 0.45, near: 0.7 },
    request: (texts, use) => ({
      texts,
      input_type: use === 'entry' ? 'search_document' : 'search_query',
      truncate: 'END',
    }),
    vectorsOf: (body) => cohereReply.parse(body).embeddings,
  },
  'amazon.titan-embed-text-v2:0': {
    mostTexts: 1,
    nearness: { far: 0.25, near: 0.6 },
    request: ([inputText]) => ({ inputText, dimensions: DIMENSIONS, normalize: true }),
    vectorsOf: (body) => [titanReply.parse(body).embedding],
  },
};
