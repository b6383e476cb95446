/** The second look in the template: nothing of it unless a stage names a model, and then the right to ask that one. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readSettings } from '../../functions/settings.ts';
import { stageApp, stageTemplate } from './stage-template.ts';

const MODEL = 'cohere.embed-multilingual-v3';
const on = { stage: 'dev', embeddingModel: MODEL, embeddingCallsPerDay: '500', embeddingTimeLimitMs: '250' };
const template = stageTemplate(on);

const policy = z.object({
  Properties: z.object({
    PolicyDocument: z.object({
      Statement: z.array(z.object({ Action: z.unknown(), Effect: z.string(), Resource: z.unknown() })),
    }),
  }),
});
const lambda = z.object({
  Properties: z.object({
    Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }).optional(),
  }),
});

const policies = Object.entries(template.findResources('AWS::IAM::Policy')).flatMap(([id, resource]) =>
  policy.parse(resource).Properties.PolicyDocument.Statement.map((statement) => ({ id, ...statement })),
);
const rights = policies.filter(({ Action }) => JSON.stringify(Action).includes('bedrock'));

describe('a stage without a model', () => {
  it('has no right to ask one, and no function hears of it', () => {
    expect(JSON.stringify(stageTemplate({ stage: 'dev' }).toJSON())).not.toMatch(/bedrock|EMBEDDING/i);
  });
});

describe('a stage with a model', () => {
  it('lets the API and the publisher call exactly that model in its own region, and nobody else', () => {
    expect(rights.map(({ id }) => id.replace(/Function.*|Publisher.*/, '')).sort()).toEqual(['Api', 'Catalogue']);
    for (const { Action, Effect, Resource } of rights) {
      expect([Action, Effect]).toEqual(['bedrock:InvokeModel', 'Allow']);
      expect(JSON.stringify(Resource)).toBe(
        JSON.stringify({
          'Fn::Join': [
            '',
            ['arn:', { Ref: 'AWS::Partition' }, ':bedrock:', { Ref: 'AWS::Region' }, `::foundation-model/${MODEL}`],
          ],
        }),
      );
    }
  });

  it('gives the API settings that it reads', () => {
    const told = Object.values(template.findResources('AWS::Lambda::Function'))
      .map((resource) => lambda.parse(resource).Properties.Environment?.Variables ?? {})
      .find((variables) => 'EMBEDDING_MODEL' in variables && 'KEEP_DAYS' in variables);
    const texts = Object.fromEntries(
      Object.entries(told ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    );
    const settings = readSettings({ ...texts, CATALOGUE_TABLE: 'catalogue', ACTIVITY_TABLE: 'activity' });
    expect(settings.embeddings).toEqual({ model: MODEL, callsPerDay: 500, timeLimitMs: 250 });
  });

  it('makes the vectors when the model changes, though the content does not', () => {
    const publication = (context: object) =>
      Object.values(stageTemplate({ ...context }).findResources('Custom::CataloguePublication'))[0]?.Properties;
    expect(publication(on)).toMatchObject({ Embeddings: MODEL });
    expect(publication({ stage: 'dev' })).not.toHaveProperty('Embeddings');
  });

  it('passes the rules', () => {
    expect(() => stageApp(on).synth()).not.toThrow();
  });

  it('refuses a model that the code does not speak', () => {
    expect(() => stageTemplate({ stage: 'dev', embeddingModel: 'some.other-model' })).toThrow('embeddingModel');
  });
});
