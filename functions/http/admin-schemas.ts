/** The shapes of what maintainers see. */
import { z } from '@hono/zod-openapi';
import { ticketItem } from '../store/ticket.ts';
import { ticketStatus } from './visitor-schemas.ts';

const counts = z.record(z.string(), z.number());
const share = z
  .object({ value: z.number().nullable(), low: z.number(), high: z.number(), count: z.number() })
  .openapi('Share', { description: 'A share (0–1) of `count` cases with its 95 % interval (Wilson)' });
const marks = z.object({
  helpful: z.number(),
  unhelpful: z.number(),
  helpfulness: share,
  rating: z.number().nullable(),
  ratings: z.number(),
});
const period = z.object({
  questions: z.number(),
  byKind: counts,
  byLocale: counts,
  answerRate: share,
  answers: marks,
  survey: marks,
  minutesSaved: z.number().nullable(),
  tickets: z.object({ created: z.number(), closed: z.number(), closedLate: z.number() }),
});
const day = z.object({ day: z.string(), questions: z.number(), byKind: counts, byLocale: counts });

export const insightsReply = period
  .extend({
    from: z.string(),
    to: z.string(),
    days: z.array(day).readonly(),
    entries: z.array(marks.extend({ id: z.string(), asked: z.number(), question: z.string() })).readonly(),
    minutesPerQuestion: z.number().openapi({ description: 'Assumed, for `minutesSaved`' }),
    previous: period,
    openTickets: z.object({ open: z.number(), late: z.number() }),
  })
  .openapi('Insights');

const messageIdForMaintainers = z.string().optional().openapi({ description: 'For maintainers only' });

const doubtful = z.object({
  messageId: messageIdForMaintainers,
  at: z.string(),
  text: z.string(),
  questionLocale: z.string(),
  kind: z.string(),
  confidence: z.number(),
  candidates: z.array(z.string()).readonly(),
});

export const unansweredReply = z
  .object({
    from: z.string(),
    to: z.string(),
    /** Questions that the groups were made of: the newest, at most as many as were asked for. */
    questions: z.number(),
    groups: z
      .array(
        z.object({
          locale: z.string(),
          question: z.string(),
          count: z.number(),
          conversations: z.number().openapi({ description: 'In how many conversations it was asked' }),
          examples: z.array(doubtful).readonly(),
          nearest: z.array(z.object({ id: z.string(), question: z.string(), count: z.number() })).readonly(),
          yaml: z.string(),
        }),
      )
      .readonly(),
  })
  .openapi('Unanswered');

export const feedbackListReply = z
  .object({
    from: z.string(),
    to: z.string(),
    topics: z
      .array(z.object({ topic: z.string(), helpful: z.number(), unhelpful: z.number(), comments: z.number() }))
      .readonly(),
    items: z
      .array(
        z.object({
          messageId: messageIdForMaintainers,
          at: z.string(),
          helpful: z.boolean(),
          rating: z.number().optional(),
          comment: z.string().optional(),
          topic: z.string(),
          match: z.string().nullable(),
          kind: z.string(),
          question: z.string(),
          questionLocale: z.string(),
          yaml: z.string(),
        }),
      )
      .readonly(),
  })
  .openapi('FeedbackList');

export const adminTicket = ticketItem
  .omit({ keyHash: true })
  .extend({
    contact: z.string().optional().openapi({ description: 'For maintainers only' }),
    conversationId: z.string().optional().openapi({ description: 'For maintainers only' }),
    late: z.boolean(),
  })
  .openapi('Ticket');
export const ticketListReply = z.object({ tickets: z.array(adminTicket).readonly() }).openapi('TicketList');
export const ticketChange = z.object({ status: ticketStatus }).openapi('TicketChange');
