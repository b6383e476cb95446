/** Publishes content as the next version of the catalogue: written whole, read back, then made current by one write. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { checkVersion } from '../catalogue/check-version.ts';
import type { Compiled } from '../catalogue/compile-sources.ts';
import {
  deleteVersion,
  pointTo,
  readCurrentVersion,
  readVersion,
  type StoredVersion,
  writeVersion,
} from './catalogue-store.ts';
import type { Database } from './dynamo.ts';
import { beginVersion, forgetVersion, readHistory, recordWhole } from './version-history.ts';

export interface Publication {
  readonly version: number;
  /** False when the same content was current already, and nothing was written. */
  readonly changed: boolean;
}

export interface PublicationRequest {
  /** Of everything the content is made from, see `contentHash`. */
  readonly hash: string;
  readonly compile: () => Compiled | Promise<Compiled>;
  /** ISO 8601, UTC. */
  readonly publishedAt: string;
}

/** Versions that stay for a roll-back, the current one among them. */
export const KEPT_VERSIONS = 5;
/** A version that is not whole after this time belongs to a publication that failed. */
const UNFINISHED_AFTER_MS = 3_600_000;

/** Returns a hash of everything a version is made from; `code` changes when the same files would give another result. */
export function contentHash(files: readonly { readonly path: string; readonly text: string }[], code: string): string {
  const hash = createHash('sha256').update(code);
  for (const { path, text } of files) hash.update(`\0${path}\0${text}`);
  return hash.digest('hex');
}

/**
 * Publishes what `compile` makes unless content of that hash is current already. Throws what `compile` throws, what is
 * wrong with the version as it was read back, and when another publication came between; the version of before stays
 * current in each case.
 */
export async function publish(database: Database, table: string, request: PublicationRequest): Promise<Publication> {
  const { hash, compile, publishedAt } = request;
  const current = await readCurrentVersion(database, table);
  if (current?.contentHash === hash) return { version: current.version, changed: false };
  const compiled = await compile();
  const [newest] = await readHistory(database, table);
  const version = Math.max(newest?.version ?? 0, current?.version ?? 0) + 1;
  const next = { version, contentHash: hash, publishedAt };
  if (!(await beginVersion(database, table, next))) throw new Error(MEANWHILE);
  const stored = { ...compiled, version };
  const parts = await writeVersion(database, table, stored);
  await requireWhole(database, table, stored);
  await recordWhole(database, table, { ...next, parts });
  if (!(await pointTo(database, table, { ...next, parts }, current?.version))) throw new Error(MEANWHILE);
  // The new version is current already: what stays behind is deleted by the next publication.
  await forgetOldVersions(database, table, next).catch(() => undefined);
  return { version, changed: true };
}

const MEANWHILE = 'Another version of the catalogue was published meanwhile; publish again.';

async function requireWhole(database: Database, table: string, written: StoredVersion): Promise<void> {
  const read = await readVersion(database, table, written.version);
  const faults = isDeepStrictEqual(comparable(read), comparable(written))
    ? checkVersion(read)
    : ['What was read back is not what was written.'];
  if (faults.length > 0)
    throw new Error(`Version ${written.version} of the catalogue was not published:\n${faults.join('\n')}`);
}

/** The table gives entries back in the order of their ids, and drops fields that are undefined. */
function comparable({ entries, support, slots, matcher }: StoredVersion) {
  const ordered = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { matcher: Buffer.from(matcher), rest: JSON.parse(JSON.stringify({ ordered, support, slots })) as unknown };
}

async function forgetOldVersions(
  database: Database,
  table: string,
  { version: current, publishedAt }: { readonly version: number; readonly publishedAt: string },
): Promise<void> {
  const history = await readHistory(database, table);
  const kept = history.filter(({ whole }) => whole).slice(0, KEPT_VERSIONS);
  const now = Date.parse(publishedAt);
  for (const { version, whole, publishedAt: begunAt } of history) {
    const mayBeWriting = !whole && now - Date.parse(begunAt) < UNFINISHED_AFTER_MS;
    if (version === current || mayBeWriting || kept.some((other) => other.version === version)) continue;
    await deleteVersion(database, table, version);
    await forgetVersion(database, table, version);
  }
}
