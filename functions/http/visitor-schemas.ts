/** The shapes of what visitors leave behind: feedback, tickets, and the export of a conversation. */
import { z } from '@hono/zod-openapi';
import { TICKET_CHANNELS, TICKET_STATUSES } from '../store/ticket.ts';
import { localeTag } from './schemas.ts';

const LONGEST_COMMENT = 1000;
const LONGEST_REQUEST = 2000;
const LONGEST_CONTACT = 200;
const LONGEST_ID = 100;
const LONGEST_KEY = 200;

/** Text of some code points once trimmed, as people count characters. */
const textOf = (least: number, most: number) =>
  z
    .string()
    .trim()
    .refine((text) => [...text].length >= least && [...text].length <= most, {
      message: `must have ${least} to ${most} characters`,
    })
    .openapi({ type: 'string', minLength: least, maxLength: most });

export const feedbackRequest = z
  .object({
    messageId: z.string().max(LONGEST_ID),
    helpful: z.boolean(),
    rating: z.number().int().min(1).max(5).optional(),
    comment: textOf(0, LONGEST_COMMENT).optional(),
  })
  .openapi('FeedbackRequest');

export const feedbackReply = feedbackRequest
  .extend({ comment: z.string().optional().openapi({ description: 'As it is stored: without personal data' }) })
  .openapi('Feedback');

const email = z.email();

/** Few visitors leave a number: the numbering plans of the world are loaded with the first. */
async function fitsPhone(contact: string): Promise<boolean> {
  const { isPhoneNumber } = await import('./is-phone-number.ts');
  return isPhoneNumber(contact);
}

export const ticketRequest = z
  .object({
    channel: z.enum(TICKET_CHANNELS),
    contact: textOf(1, LONGEST_CONTACT).openapi({ example: 'visitor@example.org' }),
    text: textOf(1, LONGEST_REQUEST),
    locale: localeTag.optional(),
    conversationId: z.string().max(LONGEST_ID).optional(),
  })
  .superRefine(async ({ channel, contact }, context) => {
    const fits =
      channel === 'chat' || (channel === 'email' ? email.safeParse(contact).success : await fitsPhone(contact));
    if (!fits)
      context.addIssue({
        code: 'custom',
        path: ['contact'],
        message: channel === 'email' ? 'is no e-mail address' : 'is no phone number',
      });
  })
  .openapi('TicketRequest');

export const ticketHeaders = z.object({ 'idempotency-key': z.string().min(1).max(LONGEST_KEY).optional() });

export const ticketReply = z
  .object({
    ticketId: z.string().openapi({ example: 'K7P4-9XTC' }),
    channel: z.enum(TICKET_CHANNELS),
    expectedBy: z.string().openapi({ format: 'date-time', description: 'Counted in opening hours' }),
  })
  .openapi('TicketReply');

export const conversationParams = z.object({ conversationId: z.string().max(LONGEST_ID) });

const anything = z.record(z.string(), z.unknown());
export const conversationExport = z
  .object({
    conversationId: z.string(),
    turns: z.array(anything).readonly(),
    feedback: z.array(anything).readonly(),
    tickets: z.array(anything).readonly(),
  })
  .openapi('ConversationExport');

export const ticketStatus = z.enum(TICKET_STATUSES);
