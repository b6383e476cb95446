/** Publishes content as the next version of the catalogue: written whole, then made current by one conditional write. */
import { createHash } from 'node:crypto';
import type { Compiled } from '../catalogue/compile-sources.ts';
import { pointTo, readCurrentVersion, writeVersion } from './catalogue-store.ts';
import type { Database } from './dynamo.ts';

export interface Publication {
  readonly version: number;
  /** False when the same content was current already, and nothing was written. */
  readonly changed: boolean;
}

/** Returns a hash of everything a version is made from; `code` changes when the same files would give another result. */
export function contentHash(files: readonly { readonly path: string; readonly text: string }[], code: string): string {
  const hash = createHash('sha256').update(code);
  for (const { path, text } of files) hash.update(`\0${path}\0${text}`);
  return hash.digest('hex');
}

/**
 * Publishes what `compile` makes unless content of that hash is current already. Throws what `compile` throws, and when
 * another publication came between; the old version stays current in both cases.
 */
export async function publish(
  database: Database,
  table: string,
  { hash, compile, publishedAt }: { hash: string; compile: () => Compiled | Promise<Compiled>; publishedAt: string },
): Promise<Publication> {
  const current = await readCurrentVersion(database, table);
  if (current?.contentHash === hash) return { version: current.version, changed: false };
  const version = (current?.version ?? 0) + 1;
  await writeVersion(database, table, { ...(await compile()), version });
  const won = await pointTo(database, table, { version, contentHash: hash, publishedAt }, current?.version);
  if (!won) throw new Error('Another version of the catalogue was published meanwhile; publish again.');
  return { version, changed: true };
}
