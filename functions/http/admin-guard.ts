/** Lets maintainers and readers in to `/v1/admin`, and nobody else; only maintainers change anything. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import type { Identity, Role } from '../maintainers/authorise.ts';
import type { AppEnvironment, Dependencies } from './dependencies.ts';
import { problem } from './problem.ts';

const ADMIN = '/v1/admin/*';
const BEARER = /^Bearer +(?<token>[\w.~+/=-]{1,8192})$/i;
const RETRY_SECONDS = 5;
/** Name of the security scheme in the OpenAPI document. */
export const MAINTAINER_TOKEN = 'maintainerToken';

/** Adds the guard to the app; routes added after it are behind it. */
export function addAdminGuard(app: OpenAPIHono<AppEnvironment>, { authorise, log }: Dependencies): void {
  app.openAPIRegistry.registerComponent('securitySchemes', MAINTAINER_TOKEN, {
    type: 'http',
    scheme: 'bearer',
    description: 'A JWT of the user pool in the cloud, the token printed at the start locally.',
  });
  app.use(
    ADMIN,
    createMiddleware<AppEnvironment>(async (context, next) => {
      const token = BEARER.exec(context.req.header('authorization') ?? '')?.groups?.token;
      let identity: Identity | undefined;
      try {
        identity = token === undefined ? undefined : await authorise(token);
      } catch (error) {
        log('token not checked', { requestId: context.get('requestId'), error: String(error) });
        const values = { seconds: RETRY_SECONDS };
        return problem(context, 'unavailable', { values, headers: { 'retry-after': String(RETRY_SECONDS) } });
      }
      if (!identity) return problem(context, 'unauthorized', { headers: { 'www-authenticate': 'Bearer' } });
      const mayGoOn = identity.role === 'maintainer' || (identity.role === 'reader' && context.req.method === 'GET');
      if (!mayGoOn) return problem(context, 'forbidden');
      context.set('identity', identity);
      await next();
      context.header('cache-control', 'no-store');
      return undefined;
    }),
  );
}

/** Returns what a role may see of a message: its id holds that of the conversation, which opens and deletes it. */
export function seenBy<T extends { readonly messageId: string }>(
  role: Role | undefined,
  { messageId, ...message }: T,
): Omit<T, 'messageId'> & { readonly messageId?: string } {
  return role === 'maintainer' ? { ...message, messageId } : message;
}
