/** The shape of the files in `faq/`: what editors write. Parsing happens at publish time only. */
import * as z from 'zod';

/** The languages that content is written in; `zh-Hant` is derived from `zh` when the catalogue is published. */
export const WRITTEN_LOCALES = ['zh', 'en', 'nl'] as const;
export type WrittenLocale = (typeof WRITTEN_LOCALES)[number];

const inEachLanguage = <T extends z.ZodType>(value: T) => z.strictObject({ zh: value, en: value, nl: value });
const line = z.string().trim().min(1);
const localizedLine = inEachLanguage(line);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const entryFile = z
  .strictObject({
    question: localizedLine.describe('The topic as the person would ask it.'),
    answer: localizedLine.describe('Markdown; the first sentence is the answer.'),
    steps: inEachLanguage(z.array(line).min(1)).optional().describe('What to do now, in order; Markdown.'),
    otherwise: localizedLine.optional().describe('What if it does not help, and whom to contact; Markdown.'),
    operators: z.record(id, localizedLine).optional().describe('Markdown notes that hold for one operator only.'),
    devices: z.record(id, localizedLine).optional().describe('Markdown notes that hold for one make of phone only.'),
    related: z.array(id).default([]).describe('Ids of the entries a visitor is likely to need next.'),
    links: z.array(z.strictObject({ url: z.url({ protocol: /^https$/ }), title: localizedLine })).default([]),
    sources: z.array(z.string()).describe('Ids in faq/sources.yaml.'),
    unverified: z.array(line).default([]).describe('Claims without a source, for maintainers.'),
    topic: z
      .strictObject({ money: z.boolean(), legal: z.boolean() })
      .describe('Whether prices or legal rights are stated.'),
    reviewed: z.iso.date().describe('Day on which the facts were last checked.'),
    checked: inEachLanguage(z.string().regex(/^[0-9a-f]{8}$/))
      .optional()
      .describe('Written by `npm run faq:sign`: by language, a hash of the other languages when it was checked.'),
  })
  .describe('One FAQ entry, its three languages side by side.');
export type EntryFile = z.infer<typeof entryFile>;

/** Ways of asking, grouped by the voice that wrote them, so that one voice can be held out when measuring. */
export const phrasingsFile = inEachLanguage(z.record(id, z.array(line))).describe('Ways of asking for one entry.');
export type PhrasingsFile = z.infer<typeof phrasingsFile>;

/** What people say next, by language and by the entry that answers it then. */
export const followUpsFile = inEachLanguage(z.record(id, z.array(line))).describe(
  'What people say after the answer of one entry, by the entry that answers that.',
);
export type FollowUpsFile = z.infer<typeof followUpsFile>;

export const sourcesFile = z.record(z.string(), line).describe('Where facts come from, by source id.');

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
export const openingHours = z.array(z.strictObject({ days: z.array(weekday).min(1), from: clock, to: clock }));

const language = z.string().describe('BCP 47');
export const supportFile = z
  .strictObject({
    timeZone: z.string(),
    holidays: z.strictObject({ country: z.string().length(2), types: z.array(z.string()) }),
    example: z.boolean().describe('True until the contacts are your own: they are shown as examples.'),
    answerWithinHours: z.number().positive().describe('Opening hours within which a request gets its answer.'),
    channels: z
      .array(
        z.strictObject({
          id,
          kind: z.enum(['phone', 'email', 'chat', 'hotline']),
          name: localizedLine,
          contact: line,
          url: z.string().optional(),
          languages: z.array(language).min(1),
          hours: openingHours,
          closedOnHolidays: z.boolean(),
        }),
      )
      .min(1),
  })
  .describe('How visitors reach your own people.');

export const operatorsFile = z
  .record(
    id,
    z.strictObject({
      name: line,
      names: inEachLanguage(z.array(line)).describe(
        'Names people type, its own included unless it is a word of every day, and former brands.',
      ),
      phone: line.optional(),
      hours: openingHours.optional(),
      website: z.url().optional(),
      sources: z.array(z.string()),
      note: localizedLine.optional(),
    }),
  )
  .describe('The operators, their own lines, and the names people know them by.');

export const devicesFile = z
  .record(
    id,
    z.strictObject({
      name: line,
      names: inEachLanguage(z.array(line)).describe(
        'Names people type, its own included unless it is a word of every day.',
      ),
    }),
  )
  .describe('The makes of phone that answers may differ for.');

/** Everything in `faq/`, parsed. Entries keep the group of the folder they lie in. */
export interface Content {
  readonly entries: ReadonlyMap<string, EntryFile & { readonly group: string }>;
  readonly phrasings: ReadonlyMap<string, PhrasingsFile>;
  /** By the entry that was the answer before. */
  readonly followUps: ReadonlyMap<string, FollowUpsFile>;
  readonly sources: z.infer<typeof sourcesFile>;
  readonly support: z.infer<typeof supportFile>;
  readonly operators: z.infer<typeof operatorsFile>;
  readonly devices: z.infer<typeof devicesFile>;
}
