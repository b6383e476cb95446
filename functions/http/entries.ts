/** `GET /v1/entries` and `GET /v1/entries/{id}`: the catalogue, for browsing. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { entryView } from '../conversation/entry-view.ts';
import type { AppEnvironment, Dependencies } from './dependencies.ts';
import { acceptedLocale } from './locale.ts';
import { jsonReply, problems } from './openapi.ts';
import { problem } from './problem.ts';
import { entryList, entrySchema, localeTag } from './schemas.ts';

const CACHE = 'public, max-age=60';
const LONGEST_ID = 100;
const NOT_MODIFIED = { description: 'The reader has it already: its If-None-Match names the ETag' };

const listRoute = createRoute({
  method: 'get',
  path: '/v1/entries',
  operationId: 'listEntries',
  summary: 'The entries of the catalogue, by group',
  request: { query: z.object({ locale: localeTag.optional(), group: z.string().max(LONGEST_ID).optional() }) },
  responses: { 200: jsonReply('The entries', entryList), 304: NOT_MODIFIED, ...problems(400, 429) },
});

const entryRoute = createRoute({
  method: 'get',
  path: '/v1/entries/{id}',
  operationId: 'getEntry',
  summary: 'One entry, whole',
  request: { params: z.object({ id: z.string().max(LONGEST_ID) }), query: z.object({ locale: localeTag.optional() }) },
  responses: { 200: jsonReply('The entry', entrySchema), 304: NOT_MODIFIED, ...problems(400, 404, 429) },
});

/** Adds the routes to the app. */
export function addEntries(app: OpenAPIHono<AppEnvironment>, { catalogue }: Dependencies): void {
  app.use('/v1/entries', etag());
  app.use('/v1/entries/*', etag());

  app.openapi(listRoute, async (context) => {
    const { locale = acceptedLocale(context.req.header('accept-language')), group } = context.req.valid('query');
    const { entries } = await catalogue.current();
    const listed = [...entries.values()].filter((entry) => group === undefined || entry.group === group);
    context.header('cache-control', CACHE);
    context.header('vary', 'accept-language');
    return context.json(
      {
        locale,
        entries: listed.map(({ id, group, question, updated }) => ({ id, group, question: question[locale], updated })),
      },
      200,
    );
  });

  app.openapi(entryRoute, async (context) => {
    const { locale = acceptedLocale(context.req.header('accept-language')) } = context.req.valid('query');
    const current = await catalogue.current();
    const entry = current.entries.get(context.req.valid('param').id);
    if (!entry) return problem(context, 'notFound', { locale }) as never;
    context.header('cache-control', CACHE);
    context.header('vary', 'accept-language');
    return context.json(entryView(entry, locale, current), 200);
  });
}
