/** `GET /v1/admin/feedback`: what visitors said of replies, by topic. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { placeOf } from '../store/message-id.ts';
import { MAINTAINER_TOKEN, seenBy } from './admin-guard.ts';
import { daysOf, PERIOD_ERROR, periodQuery } from './admin-period.ts';
import { feedbackListReply } from './admin-schemas.ts';
import type { AppEnvironment, Dependencies } from './dependencies.ts';
import { jsonReply, problems } from './openapi.ts';
import { problem } from './problem.ts';

const MOST_ITEMS = 500;
const DEFAULT_ITEMS = 100;

const route = createRoute({
  method: 'get',
  path: '/v1/admin/feedback',
  operationId: 'getFeedback',
  summary: 'The newest feedback with its questions, unhelpful first, and its sums by topic',
  security: [{ [MAINTAINER_TOKEN]: [] }],
  request: {
    query: periodQuery.extend({ limit: z.coerce.number().int().min(1).max(MOST_ITEMS).default(DEFAULT_ITEMS) }),
  },
  responses: { 200: jsonReply('The feedback', feedbackListReply), ...problems(400, 401, 403, 429, 503) },
});

/** Adds the route to the app. */
export function addAdminFeedback(
  app: OpenAPIHono<AppEnvironment>,
  { catalogue, conversations, feedback, now }: Dependencies,
): void {
  app.openapi(route, async (context) => {
    const { limit, ...query } = context.req.valid('query');
    const days = daysOf(query, now());
    if (!days) return problem(context, 'badRequest', { errors: [PERIOD_ERROR] }) as never;
    const [{ entries }, given] = await Promise.all([catalogue.current(), feedback.ofDays(days, limit)]);
    const turns = await conversations.readTurns(given.flatMap(({ messageId }) => placeOf(messageId) ?? []));
    // Not at a cold start: it brings a YAML writer.
    const { feedbackByTopic } = await import('../insights/feedback-topics.ts');
    const { items, topics } = feedbackByTopic(given, turns, (id) => entries.get(id)?.group);
    return context.json(
      {
        from: days[0] ?? '',
        to: days.at(-1) ?? '',
        items: items.map((item) => seenBy(context.get('identity').role, item)),
        topics,
      },
      200,
    );
  });
}
