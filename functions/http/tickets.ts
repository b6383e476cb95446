/** `POST /v1/tickets`: a visitor asks a human to come back. */
import { createHash } from 'node:crypto';
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Catalogue } from '../catalogue/open.ts';
import { afterOpenHours } from '../conversation/opening.ts';
import { redact } from '../conversation/redact.ts';
import { scheduleOf } from '../conversation/support-view.ts';
import { ROWS } from '../insights/day-counts.ts';
import type { StoredTurn } from '../store/conversation-store.ts';
import type { StoredTicket } from '../store/ticket.ts';
import type { AppEnvironment, Dependencies } from './dependencies.ts';
import { acceptedLocale } from './locale.ts';
import { jsonBody, jsonReply, problems } from './openapi.ts';
import { problem } from './problem.ts';
import { ticketHeaders, ticketReply, ticketRequest } from './visitor-schemas.ts';

/** Turns that go along: more than anybody reads, and far from what an item may hold. */
const MOST_TURNS = 50;

const route = createRoute({
  method: 'post',
  path: '/v1/tickets',
  operationId: 'createTicket',
  summary: 'Ask a human to come back; the transcript of the conversation goes along',
  request: { headers: ticketHeaders, body: jsonBody(ticketRequest) },
  responses: { 201: jsonReply('The ticket', ticketReply), ...problems(400, 409, 413, 415, 429, 503) },
});

/** Adds the route to the app. */
export function addTickets(app: OpenAPIHono<AppEnvironment>, dependencies: Dependencies): void {
  const { catalogue, conversations, tickets, newId, now } = dependencies;
  app.openapi(route, async (context) => {
    const body = context.req.valid('json');
    const { channel, contact, text, conversationId } = body;
    const key = context.req.valid('header')['idempotency-key'] ?? newId();
    const [{ support }, turns] = await Promise.all([
      catalogue.current(),
      conversationId === undefined ? [] : conversations.latestTurns(conversationId, MOST_TURNS),
    ]);
    const creation = await tickets.create(
      {
        channel,
        contact,
        text: await redact(text),
        locale: body.locale ?? turns.at(-1)?.locale ?? acceptedLocale(context.req.header('accept-language')),
        status: 'open',
        createdAt: now().toISOString(),
        expectedBy: expectedBy(support, channel, now()).toISOString(),
        keyHash: hashOf(key),
        ...(conversationId !== undefined && turns.length > 0 && { conversationId, ...transcriptOf(turns) }),
      },
      { key, requestHash: hashOf(JSON.stringify([key, channel, contact, text, body.locale, conversationId])) },
    );
    if (creation.kind === 'conflict') return problem(context, 'conflict') as never;
    const { ticket } = creation;
    if (creation.kind === 'created') await tell(dependencies, ticket);
    return context.json({ ticketId: ticket.ticketId, channel: ticket.channel, expectedBy: ticket.expectedBy }, 201);
  });
}

/** Counted in the opening hours of the channel, or of the e-mail's people where the channel has none of its own. */
function expectedBy(support: Catalogue['support'], kind: StoredTicket['channel'], now: Date): Date {
  const channel =
    support.channels.find((each) => each.kind === kind) ?? support.channels.find((each) => each.kind === 'email');
  if (!channel) throw new Error('The catalogue has no channel with opening hours.');
  return afterOpenHours(scheduleOf(support, channel), now, support.answerWithinHours);
}

function transcriptOf(turns: readonly StoredTurn[]): Pick<StoredTicket, 'transcript' | 'entriesTried'> {
  const tried = turns.flatMap(({ memory: { match, candidates, kind } }) =>
    kind === 'suggestions' ? candidates : match !== null && kind === 'answer' ? [match] : [],
  );
  return {
    transcript: turns.map(({ at, memory: { text, kind, match } }) => ({ at, text, kind, match })),
    entriesTried: [...new Set(tried)],
  };
}

/** The ticket is stored: that maintainers hear of it late, or its count misses one, is no reason to refuse it. */
async function tell({ insights, notify, log }: Dependencies, ticket: StoredTicket): Promise<void> {
  const { ticketId, channel, locale, expectedBy: by, createdAt } = ticket;
  const attempts = [
    notify({ ticketId, channel, locale, expectedBy: by }),
    insights.count(createdAt.slice(0, 10), ticketId, [{ row: ROWS.tickets, by: { created: 1 } }]),
  ];
  for (const result of await Promise.allSettled(attempts))
    if (result.status === 'rejected') log('ticket not announced', { ticketId, error: String(result.reason) });
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
