/** The copy of the catalogue that is shipped with the code, for when the table does not give one. */
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { type PublishedCatalogue, storedEntry, storedSlots, storedSupport } from '../catalogue/catalogue.ts';

export interface CatalogueSnapshot extends PublishedCatalogue {
  readonly matcher: Uint8Array;
  /** The hash under which the same content is published. */
  readonly hash: string;
}

/** Names of its two files; the matcher is by far the greater part, and is read as it is. */
export const SNAPSHOT_FILES = { content: 'catalogue.json', matcher: 'catalogue.matcher' } as const;

const content = z.object({
  hash: z.string(),
  entries: z.array(storedEntry),
  support: storedSupport,
  slots: storedSlots,
});

/** Reads the snapshot in a folder, whose address ends with a slash. Rejects when it is not there or not whole. */
export async function readSnapshot(folder: URL): Promise<CatalogueSnapshot> {
  const [text, matcher] = await Promise.all([
    readFile(new URL(SNAPSHOT_FILES.content, folder), 'utf8'),
    readFile(new URL(SNAPSHOT_FILES.matcher, folder)),
  ]);
  return { ...content.parse(JSON.parse(text)), matcher };
}
