/** `GET /v1/admin/identity`: what the owner of a token may do, so that a page offers no more. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ROLES } from '../maintainers/authorise.ts';
import { MAINTAINER_TOKEN } from './admin-guard.ts';
import type { AppEnvironment } from './dependencies.ts';
import { jsonReply, problems } from './openapi.ts';
import { problem } from './problem.ts';

export const identityReply = z.object({ role: z.enum(ROLES) }).openapi('Identity');

const route = createRoute({
  method: 'get',
  path: '/v1/admin/identity',
  operationId: 'getIdentity',
  summary: 'The role of whoever asks',
  security: [{ [MAINTAINER_TOKEN]: [] }],
  responses: { 200: jsonReply('The role', identityReply), ...problems(401, 403, 429, 503) },
});

/** Adds the route to the app. */
export function addAdminIdentity(app: OpenAPIHono<AppEnvironment>): void {
  app.openapi(route, (context) => {
    const { role } = context.get('identity');
    return role ? context.json({ role }, 200) : (problem(context, 'forbidden') as never);
  });
}
