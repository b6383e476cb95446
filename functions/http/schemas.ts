/** The shapes of requests and replies; they validate, and the OpenAPI document is generated from them. */
import { z } from '@hono/zod-openapi';
import { LOCALES, type Locale } from '../catalogue/catalogue.ts';
import { negotiateLocale } from './locale.ts';

const LONGEST_TEXT = 500;
const LONGEST_TAG = 35;
const LONGEST_ID = 100;

const lengthOf = (text: string) => [...text].length;

/** Visitors' text: 1 to 500 code points once trimmed. */
export const questionText = z
  .string()
  .trim()
  .refine((text) => lengthOf(text) >= 1 && lengthOf(text) <= LONGEST_TEXT, {
    message: `must have 1 to ${LONGEST_TEXT} characters`,
  })
  .openapi({ type: 'string', minLength: 1, maxLength: LONGEST_TEXT, example: 'no internet after landing' });

/** A BCP 47 tag that one of our locales serves. */
export const localeTag = z
  .string()
  .max(LONGEST_TAG)
  .transform((tag, context): Locale => {
    const locale = negotiateLocale(tag);
    if (locale) return locale;
    context.addIssue({ code: 'custom', message: `is none of ${LOCALES.join(', ')}` });
    return z.NEVER;
  })
  .openapi({
    type: 'string',
    example: 'nl',
    description: 'BCP 47; zh-TW, nl-BE and the like are negotiated to zh, zh-Hant, en or nl.',
  });

export const messageRequest = z
  .object({ text: questionText, locale: localeTag.optional(), conversationId: z.string().max(LONGEST_ID).optional() })
  .openapi('MessageRequest');

const locale = z.enum(LOCALES);
const titled = z.object({ id: z.string(), question: z.string() });
const note = z.object({ name: z.string(), note: z.string() });

export const entrySchema = z
  .object({
    id: z.string(),
    group: z.string(),
    question: z.string(),
    answer: z.string().openapi({ description: 'Markdown' }),
    steps: z.array(z.string()).optional(),
    otherwise: z.string().optional(),
    operators: z.record(z.string(), note).optional(),
    devices: z.record(z.string(), note).optional(),
    fits: z.object({ operator: z.string().optional(), device: z.string().optional() }),
    related: z.array(titled),
    links: z.array(z.object({ title: z.string(), url: z.string() })),
    updated: z.string(),
    sources: z.array(z.string()),
  })
  .openapi('Entry');

const hours = z.array(z.object({ days: z.array(z.string()), from: z.string(), to: z.string() }));
const opening = {
  opensAt: z.string().optional().openapi({ format: 'date-time' }),
  closesAt: z.string().optional().openapi({ format: 'date-time' }),
};

export const supportSchema = z
  .object({
    timeZone: z.string(),
    example: z.boolean().openapi({ description: 'True while the contacts are examples.' }),
    channels: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['phone', 'email', 'chat', 'hotline']),
        name: z.string(),
        contact: z.string(),
        url: z.string(),
        languages: z.array(z.string()),
        hours,
        openNow: z.boolean(),
        ...opening,
        state: z.string(),
      }),
    ),
    operators: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        phone: z.string().optional(),
        website: z.string().optional(),
        openNow: z.boolean().optional(),
        ...opening,
        note: z.string().optional(),
        sources: z.array(z.string()),
      }),
    ),
  })
  .openapi('Support');

export const messageReply = z
  .object({
    messageId: z.string(),
    conversationId: z.string(),
    questionLocale: z.string().openapi({ description: 'BCP 47; und when the language is none that is spoken' }),
    locale,
    kind: z.enum(['answer', 'suggestions', 'fallback', 'smalltalk', 'handoff']),
    match: z.string().nullable(),
    confidence: z.number().min(0).max(1),
    candidates: z.array(titled.extend({ confidence: z.number().min(0).max(1) })),
    text: z.string().min(1),
    entry: entrySchema.optional(),
    handoff: supportSchema.optional(),
    survey: z.boolean().openapi({
      description:
        'The conversation seems to end: the page may ask how it was, once a visitor. The mark goes to /v1/feedback.',
    }),
    stored: z.boolean().openapi({
      description:
        'The turn is kept: a follow-up finds it, and it can be judged. False while the table is out of reach.',
    }),
    catalogueVersion: z
      .number()
      .int()
      .openapi({ description: '0 for the copy that came with the code, while the table has never answered' }),
  })
  .openapi('MessageReply');

export const answerReply = messageReply
  .omit({ conversationId: true, survey: true, stored: true })
  .openapi('AnswerReply');

export const entryList = z
  .object({ locale, entries: z.array(entrySchema.pick({ id: true, group: true, question: true, updated: true })) })
  .openapi('EntryList');

export const healthSchema = z
  .object({
    status: z.enum(['ok', 'degraded']),
    version: z.string(),
    catalogue: z.object({ version: z.number(), entries: z.number(), locales: z.array(z.string()) }),
  })
  .openapi('Health');

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    requestId: z.string(),
  })
  .openapi('Problem');
