/** The optional second look at doubtful questions: what tells a function of it, and its right to ask the one model. */
import { ArnFormat, Stack } from 'aws-cdk-lib';
import {
  EMBEDDING_CALLS_VARIABLE,
  EMBEDDING_MODEL_VARIABLE,
  EMBEDDING_TIME_VARIABLE,
} from '../functions/embeddings/variables.ts';
import type { NodeFunction } from './node-function.ts';
import type { StageSettings } from './stage-settings.ts';

/** Lets the function ask the model of the stage, in its own region, and tells it which; does nothing without a model. */
export function allowEmbeddings(asking: NodeFunction, settings: StageSettings): void {
  const { embeddingModel: model, embeddingCallsPerDay, embeddingTimeLimitMs } = settings;
  if (model === undefined) return;
  asking.handler.addEnvironment(EMBEDDING_MODEL_VARIABLE, model);
  asking.handler.addEnvironment(EMBEDDING_CALLS_VARIABLE, String(embeddingCallsPerDay));
  asking.handler.addEnvironment(EMBEDDING_TIME_VARIABLE, String(embeddingTimeLimitMs));
  const arn = Stack.of(asking).formatArn({
    service: 'bedrock',
    account: '',
    resource: 'foundation-model',
    resourceName: model,
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  });
  asking.allow(['bedrock:InvokeModel'], [arn]);
}
