/** The HTTP app: the same in Lambda, on a developer's machine and in tests. */
import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import type { Locale } from '../catalogue/catalogue.ts';
import { isUnavailable } from '../store/is-unavailable.ts';
import { addAdminExplain } from './admin-explain.ts';
import { addAdminFeedback } from './admin-feedback.ts';
import { addAdminGuard } from './admin-guard.ts';
import { addAdminIdentity } from './admin-identity.ts';
import { addAdminInsights } from './admin-insights.ts';
import { addAdminTickets } from './admin-tickets.ts';
import { addAdminUnanswered } from './admin-unanswered.ts';
import { addAnswers } from './answers.ts';
import { addApiDocument } from './api-document.ts';
import { addConversations } from './conversations.ts';
import type { AppEnvironment, Dependencies } from './dependencies.ts';
import { addEntries } from './entries.ts';
import { addFaqSearch } from './faq-search.ts';
import { addFeedback } from './feedback.ts';
import { jsonOnly, rateLimit, requestLog, sizeLimit } from './guards.ts';
import { addHealth } from './health.ts';
import { negotiateLocale } from './locale.ts';
import { addMessages } from './messages.ts';
import { notFoundPage } from './not-found-page.ts';
import { problem } from './problem.ts';
import { dataHeaders } from './security-headers.ts';
import { addSupport } from './support.ts';
import { addTickets } from './tickets.ts';

export type App = OpenAPIHono<AppEnvironment>;

const API = '/v1/*';
const TAKE_BODY = ['/v1/messages', '/v1/feedback', '/v1/tickets'];
/** When a table that was down may be asked again. */
const RETRY_SECONDS = 5;

/** Returns the app. Nothing is read or written before the first request. */
export function createApp(dependencies: Dependencies): App {
  const app: App = new OpenAPIHono({
    defaultHook: (result, context) => {
      if (result.success) return undefined;
      const errors = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
      const locale = askedLocale(result);
      return problem(context, 'badRequest', { errors, ...(locale && { locale }) });
    },
  });
  app.use(requestLog(dependencies));
  app.use(API, dataHeaders);
  if (dependencies.allowedOrigins.length > 0)
    app.use(API, cors({ origin: [...dependencies.allowedOrigins], maxAge: 600 }));
  app.use(API, rateLimit(dependencies));
  // Only where a body is taken: elsewhere a wrong method or path is what is wrong, whatever the body.
  app.on('POST', TAKE_BODY, jsonOnly, sizeLimit);
  app.on('PATCH', '/v1/admin/tickets/:ticketId', jsonOnly, sizeLimit);
  addMessages(app, dependencies);
  addAnswers(app, dependencies);
  addEntries(app, dependencies);
  addSupport(app, dependencies);
  addFeedback(app, dependencies);
  addTickets(app, dependencies);
  addConversations(app, dependencies);
  addHealth(app, dependencies);
  addFaqSearch(app, dependencies);
  addAdminGuard(app, dependencies);
  addAdminIdentity(app);
  addAdminInsights(app, dependencies);
  addAdminUnanswered(app, dependencies);
  addAdminFeedback(app, dependencies);
  addAdminTickets(app, dependencies);
  addAdminExplain(app, dependencies);
  addApiDocument(app, dependencies);
  app.notFound((context) => unknownPath(app, context));
  app.onError((error, context) => failure(error, context, dependencies));
  return app;
}

const withLocale = z.object({ data: z.object({ locale: z.string() }) });

/** The locale that a refused body or query asks for, if that is not what is wrong in it. */
function askedLocale(refused: unknown): Locale | undefined {
  const { data: known } = withLocale.safeParse(refused);
  return known && negotiateLocale(known.data.locale);
}

/** A path that is known under another method is a 405, which says what it takes. */
async function unknownPath(app: App, context: Context<AppEnvironment>): Promise<Response> {
  const methods = new Set<string>();
  for (const { path, method } of app.routes) {
    if (method !== 'ALL' && pathMatches(path, context.req.path)) methods.add(method);
  }
  if (methods.size === 0) return (await notFoundPage(context)) ?? problem(context, 'notFound');
  const allow = [...methods].sort().join(', ');
  return problem(context, 'methodNotAllowed', { values: { allow }, headers: { allow } });
}

function pathMatches(route: string, path: string): boolean {
  const expected = route.split('/');
  const actual = path.split('/');
  return (
    expected.length === actual.length &&
    expected.every((part, at) => (part.startsWith(':') ? actual[at] !== '' : part === actual[at]))
  );
}

function failure(error: Error, context: Context<AppEnvironment>, { log }: Dependencies): Response {
  if (error instanceof HTTPException && error.status === 400)
    return problem(context, 'notJson', { errors: [{ path: '', message: 'is not JSON' }] });
  if (isUnavailable(error)) {
    log('table unavailable', { requestId: context.get('requestId'), error: error.message });
    const seconds = RETRY_SECONDS;
    return problem(context, 'unavailable', { values: { seconds }, headers: { 'retry-after': String(seconds) } });
  }
  log('request failed', { requestId: context.get('requestId'), error: error.message, stack: error.stack });
  return problem(context, 'internal');
}
