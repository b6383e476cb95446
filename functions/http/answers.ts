/** `GET /v1/answers`: the reply to one question, without a conversation, so that it can be cached. */
import { createHash } from 'node:crypto';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { replyWithSecondLook } from '../conversation/second-look.ts';
import type { AppEnvironment, Dependencies } from './dependencies.ts';
import { acceptedLocale } from './locale.ts';
import { jsonReply, problems } from './openapi.ts';
import { answerReply, localeTag, questionText } from './schemas.ts';

/** Short, since a reply may say which channels are open now. */
const CACHE_SECONDS = 60;

const route = createRoute({
  method: 'get',
  path: '/v1/answers',
  operationId: 'getAnswer',
  summary: 'The reply to one question, cacheable',
  request: { query: z.object({ q: questionText, locale: localeTag.optional() }) },
  responses: { 200: jsonReply('The reply', answerReply), ...problems(400, 429) },
});

/** Adds the route to the app. */
export function addAnswers(app: OpenAPIHono<AppEnvironment>, { catalogue, secondLook, now }: Dependencies): void {
  app.openapi(route, async (context) => {
    const { q, locale } = context.req.valid('query');
    const current = await catalogue.current();
    const browserLocale = acceptedLocale(context.req.header('accept-language'));
    const turn = { text: q, browserLocale, ...(locale && { askedLocale: locale }) };
    const { reply } = await replyWithSecondLook(turn, { catalogue: current, now, secondLook });
    const messageId = createHash('sha256')
      .update(`${current.version}\0${reply.locale}\0${q}`)
      .digest('base64url')
      .slice(0, 22);
    context.header('cache-control', `public, max-age=${CACHE_SECONDS}`);
    context.header('vary', 'accept-language');
    return context.json({ messageId, ...reply }, 200);
  });
}
