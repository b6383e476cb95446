/** `POST /v1/feedback`: whether a message helped. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { redact } from '../conversation/redact.ts';
import { additionsOfJudgement } from '../insights/day-counts.ts';
import { placeOf } from '../store/message-id.ts';
import type { AppEnvironment, Dependencies } from './dependencies.ts';
import { jsonBody, jsonReply, problems } from './openapi.ts';
import { problem } from './problem.ts';
import { feedbackReply, feedbackRequest } from './visitor-schemas.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/feedback',
  operationId: 'giveFeedback',
  summary: 'Say whether a message helped; saying it again replaces it',
  request: { body: jsonBody(feedbackRequest) },
  responses: {
    201: jsonReply('Stored', feedbackReply),
    200: jsonReply('Stored in place of an earlier one', feedbackReply),
    ...problems(400, 404, 413, 415, 429, 503),
  },
});

/** Adds the route to the app. */
export function addFeedback(app: OpenAPIHono<AppEnvironment>, dependencies: Dependencies): void {
  const { conversations, feedback, insights, now, log } = dependencies;
  app.openapi(route, async (context) => {
    const { messageId, helpful, rating, comment } = context.req.valid('json');
    const place = placeOf(messageId);
    const turn = place && (await conversations.readTurn(place));
    if (!place || !turn) return problem(context, 'notFound') as never;
    const given = {
      messageId,
      helpful,
      ...(rating !== undefined && { rating }),
      ...(comment && { comment: await redact(comment) }),
    };
    const before = await feedback.save(place, { ...given, at: now().toISOString() });
    try {
      await insights.count(place.day, place.conversationId, additionsOfJudgement(turn.memory, given, before));
    } catch (error) {
      // It is stored, which is what was asked; the day's sums miss one.
      log('feedback not counted', { error: String(error) });
    }
    return before ? context.json(given, 200) : context.json(given, 201);
  });
}
