/** `GET /v1/admin/explain`: why a question gets its reply. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { MAINTAINER_TOKEN } from './admin-guard.ts';
import type { AppEnvironment, Dependencies } from './dependencies.ts';
import { jsonReply, problems } from './openapi.ts';
import { localeTag, questionText } from './schemas.ts';

const ranked = z.array(z.object({ id: z.string(), probability: z.number() })).readonly();

const explanation = z
  .object({
    language: z.object({ language: z.string(), probability: z.number(), evidence: z.string() }),
    mentions: z.object({ operator: z.string().optional(), device: z.string().optional() }),
    normalised: z.string(),
    verbatim: z.string().optional().openapi({ description: 'The class whose phrasing the text is, word for word' }),
    corrections: z.array(z.object({ from: z.string(), to: z.string() })).readonly(),
    terms: z
      .array(
        z.object({
          term: z.string(),
          kind: z.string(),
          count: z.number(),
          weight: z.number(),
          pulls: z.array(z.object({ id: z.string(), score: z.number() })).readonly(),
        }),
      )
      .readonly(),
    unknown: z.array(z.string()).readonly(),
    known: z.number(),
    entries: ranked,
    intents: ranked,
    decision: z.object({ kind: z.string(), match: z.string().nullable(), confidence: z.number() }),
    thresholds: z.object({ answerFrom: z.number(), suggestFrom: z.number() }),
  })
  .openapi('Explanation');

const route = createRoute({
  method: 'get',
  path: '/v1/admin/explain',
  operationId: 'explainQuestion',
  summary: 'Language, normalised text, terms, scores, runners-up and thresholds of a question',
  security: [{ [MAINTAINER_TOKEN]: [] }],
  request: { query: z.object({ q: questionText, locale: localeTag.optional() }) },
  responses: { 200: jsonReply('The explanation', explanation), ...problems(400, 401, 403, 429) },
});

/** Adds the route to the app. */
export function addAdminExplain(app: OpenAPIHono<AppEnvironment>, { catalogue }: Dependencies): void {
  app.openapi(route, async (context) => {
    const { q, locale } = context.req.valid('query');
    const current = await catalogue.current();
    const { explainTurn } = await import('../conversation/explain-turn.ts');
    return context.json(explainTurn(q, locale?.split('-')[0], current), 200);
  });
}
