/** `GET /v1/support`: how to reach people, and whether they are there now. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { supportView } from '../conversation/support-view.ts';
import { translatorFor } from '../conversation/translate.ts';
import type { AppEnvironment, Dependencies } from './dependencies.ts';
import { acceptedLocale } from './locale.ts';
import { jsonReply, problems } from './openapi.ts';
import { localeTag, supportSchema } from './schemas.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/support',
  operationId: 'getSupport',
  summary: 'Support channels with their hours, and the operators’ own lines',
  request: { query: z.object({ locale: localeTag.optional() }) },
  responses: { 200: jsonReply('The channels', supportSchema), ...problems(400, 429) },
});

/** Adds the route to the app. */
export function addSupport(app: OpenAPIHono<AppEnvironment>, { catalogue, now }: Dependencies): void {
  app.openapi(route, async (context) => {
    const { locale = acceptedLocale(context.req.header('accept-language')) } = context.req.valid('query');
    const { support } = await catalogue.current();
    context.header('cache-control', 'public, max-age=60');
    context.header('vary', 'accept-language');
    return context.json(supportView(support, locale, now(), translatorFor(locale)), 200);
  });
}
