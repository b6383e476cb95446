/** `GET /v1/admin/tickets` and `PATCH /v1/admin/tickets/{ticketId}`: who waits for a human, and for how long. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ROWS } from '../insights/day-counts.ts';
import type { Role } from '../maintainers/authorise.ts';
import { isLate, type StoredTicket } from '../store/ticket.ts';
import { readTicketId } from '../store/ticket-id.ts';
import type { StatusChange } from '../store/ticket-store.ts';
import { MAINTAINER_TOKEN } from './admin-guard.ts';
import { daysOf, PERIOD_ERROR, periodQuery } from './admin-period.ts';
import { adminTicket, ticketChange, ticketListReply } from './admin-schemas.ts';
import type { AppEnvironment, Dependencies } from './dependencies.ts';
import { jsonBody, jsonReply, problems } from './openapi.ts';
import { problem } from './problem.ts';

const LONGEST_ID = 20;
const security = [{ [MAINTAINER_TOKEN]: [] }];

const listRoute = createRoute({
  method: 'get',
  path: '/v1/admin/tickets',
  operationId: 'listTickets',
  summary: 'The tickets that wait, the most urgent first; or those closed in a period',
  security,
  request: { query: periodQuery.extend({ status: z.enum(['open', 'done']).default('open') }) },
  responses: { 200: jsonReply('The tickets', ticketListReply), ...problems(400, 401, 403, 429, 503) },
});

const changeRoute = createRoute({
  method: 'patch',
  path: '/v1/admin/tickets/{ticketId}',
  operationId: 'changeTicket',
  summary: 'Change the status of a ticket',
  security,
  request: { params: z.object({ ticketId: z.string().max(LONGEST_ID) }), body: jsonBody(ticketChange) },
  responses: { 200: jsonReply('The ticket', adminTicket), ...problems(400, 401, 403, 404, 413, 415, 429, 503) },
});

/** Adds the routes to the app. */
export function addAdminTickets(app: OpenAPIHono<AppEnvironment>, { tickets, insights, now, log }: Dependencies): void {
  app.openapi(listRoute, async (context) => {
    const { status, ...query } = context.req.valid('query');
    const days = daysOf(query, now());
    if (!days) return problem(context, 'badRequest', { errors: [PERIOD_ERROR] }) as never;
    const listed = status === 'open' ? await tickets.open() : await tickets.closed(days);
    const { role } = context.get('identity');
    return context.json({ tickets: listed.map((ticket) => shown(ticket, role, now())) }, 200);
  });

  app.openapi(changeRoute, async (context) => {
    const ticketId = readTicketId(context.req.valid('param').ticketId);
    const change = ticketId && (await tickets.setStatus(ticketId, context.req.valid('json').status));
    if (!ticketId || !change) return problem(context, 'notFound') as never;
    try {
      await countClosing(change);
    } catch (error) {
      // The status is stored, which is what was asked; the day's sums miss one.
      log('ticket not counted', { ticketId, error: String(error) });
    }
    return context.json(shown(change.after, context.get('identity').role, now()), 200);
  });

  async function countClosing({ before, after }: StatusChange): Promise<void> {
    if (after.closedAt === undefined || before.status === 'done') return;
    const by = { closed: 1, ...(isLate(after, now()) && { closedLate: 1 }) };
    await insights.count(after.closedAt.slice(0, 10), after.ticketId, [{ row: ROWS.tickets, by }]);
  }
}

/** Readers see what is asked, not how to reach who asks; the id of a conversation opens and deletes it. */
function shown(
  { keyHash: _keyHash, contact, conversationId, ...ticket }: StoredTicket,
  role: Role | undefined,
  now: Date,
): z.infer<typeof adminTicket> {
  return {
    ...ticket,
    ...(role === 'maintainer' && { contact, ...(conversationId && { conversationId }) }),
    late: isLate(ticket, now),
  };
}
