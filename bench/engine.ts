/** What the benchmark asks of an engine: take phrasings, then name the entries a text is about. */
import { INTENT_MARK } from '../functions/matching/matcher.ts';

/** A way of asking for an entry. */
export interface Phrasing {
  readonly id: string;
  readonly locale: string;
  readonly text: string;
}

/** Returns the ids of the best entries, best first, for a text in that locale. */
export type Ask = (text: string, locale: string) => readonly string[] | Promise<readonly string[]>;

/** The same within one language. */
export type AskInLocale = (text: string) => ReturnType<Ask>;

export interface Opened {
  readonly ask: Ask;
  /** Time to read a stored index, where the engine was measured doing so. */
  readonly loadMs?: number;
}

export interface Engine {
  readonly name: string;
  /** The setting it was measured at, for the table. */
  readonly setting: string;
  readonly open: (phrasings: readonly Phrasing[]) => Opened | Promise<Opened>;
}

const MOST_ENTRIES = 3;

/** Returns the first three different entries among the ids; intents are passed over. */
export function firstEntries(ids: Iterable<string>): readonly string[] {
  const first = new Set<string>();
  for (const id of ids) {
    if (!id.startsWith(INTENT_MARK)) first.add(id);
    if (first.size === MOST_ENTRIES) break;
  }
  return [...first];
}

/**
 * Opens one index a language, which every peer does better with than with one for all; the language of a question
 * is given to it.
 */
export async function openByLocale(
  phrasings: readonly Phrasing[],
  open: (own: readonly Phrasing[], locale: string) => AskInLocale | Promise<AskInLocale>,
): Promise<Opened> {
  const asks = new Map<string, AskInLocale>();
  for (const [locale, own] of groupBy(phrasings, ({ locale }) => locale)) asks.set(locale, await open(own, locale));
  return { ask: (text, locale) => asks.get(locale)?.(text) ?? [] };
}

/** Returns the items by key, keys and items in the order they came. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
