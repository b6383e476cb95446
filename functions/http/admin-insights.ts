/** `GET /v1/admin/insights`: what was asked and how well it went. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { isLate } from '../store/ticket.ts';
import { MAINTAINER_TOKEN } from './admin-guard.ts';
import { daysBefore, daysOf, PERIOD_ERROR, periodQuery } from './admin-period.ts';
import { insightsReply } from './admin-schemas.ts';
import type { AppEnvironment, Dependencies } from './dependencies.ts';
import { acceptedLocale } from './locale.ts';
import { jsonReply, problems } from './openapi.ts';
import { problem } from './problem.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/admin/insights',
  operationId: 'getInsights',
  summary: 'Questions, answer rate, marks by entry, time saved and tickets of a period, against the one before',
  security: [{ [MAINTAINER_TOKEN]: [] }],
  request: { query: periodQuery },
  responses: { 200: jsonReply('The insights', insightsReply), ...problems(400, 401, 403, 429, 503) },
});

/** Adds the route to the app. */
export function addAdminInsights(
  app: OpenAPIHono<AppEnvironment>,
  { catalogue, insights, tickets, now }: Dependencies,
): void {
  app.openapi(route, async (context) => {
    const days = daysOf(context.req.valid('query'), now());
    if (!days) return problem(context, 'badRequest', { errors: [PERIOD_ERROR] }) as never;
    const locale = acceptedLocale(context.req.header('accept-language'));
    const [{ entries }, counts, before, open] = await Promise.all([
      catalogue.current(),
      insights.readDays(days),
      insights.readDays(daysBefore(days)),
      tickets.open(),
    ]);
    const { insightsOf } = await import('../insights/insights.ts');
    const shown = insightsOf(counts, before);
    return context.json(
      {
        ...shown,
        entries: shown.entries.map((entry) => ({
          ...entry,
          question: entries.get(entry.id)?.question[locale] ?? entry.id,
        })),
        openTickets: { open: open.length, late: open.filter((ticket) => isLate(ticket, now())).length },
      },
      200,
    );
  });
}
