/** Names of the environment variables of the embeddings layer, and the models it speaks: infra sets them, functions read them. */
export const EMBEDDING_MODEL_VARIABLE = 'EMBEDDING_MODEL';
export const EMBEDDING_CALLS_VARIABLE = 'EMBEDDING_CALLS_PER_DAY';
export const EMBEDDING_TIME_VARIABLE = 'EMBEDDING_TIME_LIMIT_MS';

/** Model ids of Amazon Bedrock. */
export const EMBEDDING_MODELS = ['cohere.embed-multilingual-v3', 'amazon.titan-embed-text-v2:0'] as const;
export type EmbeddingModelId = (typeof EMBEDDING_MODELS)[number];

export const DEFAULT_CALLS_PER_DAY = 2000;
export const DEFAULT_TIME_LIMIT_MS = 300;
