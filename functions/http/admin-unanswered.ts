/** `GET /v1/admin/unanswered`: what was asked without a sure answer, by likeness. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { MAINTAINER_TOKEN, seenBy } from './admin-guard.ts';
import { daysOf, PERIOD_ERROR, periodQuery } from './admin-period.ts';
import { unansweredReply } from './admin-schemas.ts';
import type { AppEnvironment, Dependencies } from './dependencies.ts';
import { acceptedLocale } from './locale.ts';
import { jsonReply, problems } from './openapi.ts';
import { problem } from './problem.ts';

/** Grouping compares each question with each group: a second's work at most. */
const MOST_QUESTIONS = 1000;
const DEFAULT_QUESTIONS = 300;

const route = createRoute({
  method: 'get',
  path: '/v1/admin/unanswered',
  operationId: 'getUnanswered',
  summary: 'The newest questions without a sure answer, grouped by likeness per language, with the nearest entries',
  security: [{ [MAINTAINER_TOKEN]: [] }],
  request: {
    query: periodQuery.extend({
      limit: z.coerce.number().int().min(1).max(MOST_QUESTIONS).default(DEFAULT_QUESTIONS),
    }),
  },
  responses: { 200: jsonReply('The groups', unansweredReply), ...problems(400, 401, 403, 429, 503) },
});

/** Adds the route to the app. */
export function addAdminUnanswered(
  app: OpenAPIHono<AppEnvironment>,
  { catalogue, conversations, now }: Dependencies,
): void {
  app.openapi(route, async (context) => {
    const { limit, ...query } = context.req.valid('query');
    const days = daysOf(query, now());
    if (!days) return problem(context, 'badRequest', { errors: [PERIOD_ERROR] }) as never;
    // Loaded with the first of these rare requests, not at a cold start: it brings a YAML writer of 115 kB.
    const { groupUnanswered } = await import('../insights/unanswered.ts');
    const locale = acceptedLocale(context.req.header('accept-language'));
    const [{ entries }, turns] = await Promise.all([catalogue.current(), conversations.doubtfulTurns(days, limit)]);
    const groups = groupUnanswered(
      turns.map(({ messageId, at, confidence, memory }) => ({ ...memory, messageId, at, confidence })),
    );
    return context.json(
      {
        from: days[0] ?? '',
        to: days.at(-1) ?? '',
        questions: turns.length,
        groups: groups.map(({ nearest, examples, ...group }) => ({
          ...group,
          examples: examples.map((example) => seenBy(context.get('identity').role, example)),
          nearest: nearest.map((near) => ({ ...near, question: entries.get(near.id)?.question[locale] ?? near.id })),
        })),
      },
      200,
    );
  });
}
