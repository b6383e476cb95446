/** The catalogue as it is held in memory while questions are answered. */
import { readMatcher } from '../matching/codec.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { PublishedCatalogue, StoredEntry } from './catalogue.ts';
import { stem } from './languages.ts';

export interface Catalogue extends Omit<PublishedCatalogue, 'entries'> {
  readonly version: number;
  readonly entries: ReadonlyMap<string, StoredEntry>;
  readonly matcher: Matcher;
}

/** Returns the catalogue that a stored version holds. */
export function openCatalogue(stored: PublishedCatalogue & { version: number; matcher: Uint8Array }): Catalogue {
  const { version, support, slots } = stored;
  return {
    version,
    support,
    slots,
    entries: new Map(stored.entries.map((entry) => [entry.id, entry])),
    matcher: readMatcher(stored.matcher, stem),
  };
}
