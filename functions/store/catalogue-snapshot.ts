/** The copy of the catalogue that is shipped with the code, for when the table does not give one. */
import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { type PublishedCatalogue, storedEntry, storedSlots, storedSupport } from '../catalogue/catalogue.ts';

export interface CatalogueSnapshot extends PublishedCatalogue {
  readonly matcher: Uint8Array;
  /** The hash under which the same content is published. */
  readonly hash: string;
}

/** Names of its two files; the matcher is by far the greater part, and is read as it is. */
const SNAPSHOT_FILES = { content: 'catalogue.json', matcher: 'catalogue.matcher' } as const;

const content = z.object({
  hash: z.string(),
  entries: z.array(storedEntry),
  support: storedSupport,
  slots: storedSlots,
});

/** Writes the snapshot into a folder, whose address ends with a slash. Throws when its content is not of the right shape. */
export function writeSnapshot(folder: URL, { matcher, ...rest }: CatalogueSnapshot): void {
  writeFileSync(new URL(SNAPSHOT_FILES.content, folder), JSON.stringify(content.parse(rest)));
  writeFileSync(new URL(SNAPSHOT_FILES.matcher, folder), matcher);
}

/**
 * Reads the snapshot in a folder, whose address ends with a slash. Throws when it is not there. Its shape was checked when
 * it was written, by the same source as this: checking it again would take a tenth of a cold start.
 */
export function readSnapshot(folder: URL): CatalogueSnapshot {
  // Nothing else waits in a container that starts, and reading 5 MB in pieces takes longer.
  const matcher = readFileSync(new URL(SNAPSHOT_FILES.matcher, folder));
  const rest = JSON.parse(readFileSync(new URL(SNAPSHOT_FILES.content, folder), 'utf8')) as z.infer<typeof content>;
  return { ...rest, matcher };
}
