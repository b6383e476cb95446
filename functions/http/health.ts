/** `GET /v1/health`: whether both tables answer, or answers come from the last good copy and nothing can be stored. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { LOCALES } from '../catalogue/catalogue.ts';
import type { AppEnvironment, Dependencies } from './dependencies.ts';
import { jsonReply, problems } from './openapi.ts';
import { healthSchema } from './schemas.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/health',
  operationId: 'getHealth',
  summary: 'State of the service',
  responses: { 200: jsonReply('The state', healthSchema), ...problems(429) },
});

/** Adds the route to the app. */
export function addHealth(app: OpenAPIHono<AppEnvironment>, { catalogue, activity, version }: Dependencies): void {
  app.openapi(route, async (context) => {
    const { version: number, entries } = await catalogue.current();
    const [isStale, answers] = await Promise.all([catalogue.isStale(), activity.answers()]);
    const status = isStale || !answers ? 'degraded' : 'ok';
    context.header('cache-control', 'no-store');
    return context.json(
      { status, version, catalogue: { version: number, entries: entries.size, locales: [...LOCALES] } } as const,
      200,
    );
  });
}
