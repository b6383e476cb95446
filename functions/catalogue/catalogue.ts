/** The published catalogue: what is stored, read back, and held in memory while questions are answered. */
import * as z from 'zod';
import { openingHours } from './content.ts';

/** The locales that replies come in. */
export const LOCALES = ['zh', 'zh-Hant', 'en', 'nl'] as const;
export type Locale = (typeof LOCALES)[number];

const localized = <T extends z.ZodType>(value: T) => z.object({ zh: value, 'zh-Hant': value, en: value, nl: value });
const text = localized(z.string());

export const storedEntry = z.object({
  id: z.string(),
  group: z.string(),
  updated: z.iso.date(),
  question: text,
  answer: text,
  steps: localized(z.array(z.string())).optional(),
  otherwise: text.optional(),
  operators: z.record(z.string(), text),
  devices: z.record(z.string(), text),
  related: z.array(z.string()),
  links: z.array(z.object({ url: z.string(), title: text })),
  sources: z.array(z.string()),
});
export type StoredEntry = z.infer<typeof storedEntry>;

/** Returns the names by which the matcher knows what an entry is about, for a turn that comes after its answer. */
export function subjectOf({ id, group }: Pick<StoredEntry, 'id' | 'group'>): readonly string[] {
  return [id, `/${group}`];
}

export const storedSupport = z.object({
  timeZone: z.string(),
  /** ISO dates, for some years from the day of publication. */
  holidays: z.array(z.iso.date()),
  example: z.boolean(),
  answerWithinHours: z.number(),
  channels: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['phone', 'email', 'chat', 'hotline']),
      name: text,
      contact: z.string(),
      url: z.string().optional(),
      languages: z.array(z.string()),
      hours: openingHours,
      closedOnHolidays: z.boolean(),
    }),
  ),
  operators: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      phone: z.string().optional(),
      website: z.string().optional(),
      hours: openingHours.optional(),
      note: text.optional(),
      sources: z.array(z.string()),
    }),
  ),
});
export type StoredSupport = z.infer<typeof storedSupport>;
export type StoredChannel = StoredSupport['channels'][number];

/** Names by which a text mentions an operator or a make of phone, normalised, longest first. */
export const storedSlots = z.object({
  operators: z.array(z.object({ id: z.string(), name: z.string(), mentions: z.array(z.string()) })),
  devices: z.array(z.object({ id: z.string(), name: z.string(), mentions: z.array(z.string()) })),
});
export type StoredSlots = z.infer<typeof storedSlots>;

/** All that is published as one version, apart from the trained matcher, which is bytes. */
export interface PublishedCatalogue {
  readonly entries: readonly StoredEntry[];
  readonly support: StoredSupport;
  readonly slots: StoredSlots;
}

/** A version of the catalogue: its number, the hash of what it was made from, and what it holds. */
export interface CatalogueVersion {
  readonly version: number;
  readonly contentHash: string;
  readonly publishedAt: string;
  /** Items that the version was written in; unknown for one that was begun only. */
  readonly parts?: number | undefined;
}
