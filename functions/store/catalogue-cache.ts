/** Holds the current catalogue in memory and replaces it when a newer one is published, without slowing a reply. */
import { type Catalogue, openCatalogue } from '../catalogue/open.ts';
import { loadVersion, readCurrentVersion } from './catalogue-store.ts';
import type { Database } from './dynamo.ts';

export interface CatalogueCache {
  /** Returns the catalogue in memory, loading it first if there is none; rejects when none can be had. */
  current(): Promise<Catalogue>;
  /** True when the table could not be reached at the last check, so that answers come from the last good copy. */
  isStale(): boolean;
}

export interface CatalogueCacheOptions {
  readonly database: Database;
  readonly table: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void;
}

/** A newer version shows within this time: publishing is rare, and each check costs a read. */
const CHECK_EVERY_MS = 15_000;

/** Returns a cache over the table; nothing is read before the first call. */
export function catalogueCache({ database, table, now, log }: CatalogueCacheOptions): CatalogueCache {
  let held: Catalogue | undefined;
  let loading: Promise<Catalogue> | undefined;
  let checkedAt = Number.NEGATIVE_INFINITY;
  let stale = false;

  async function load(): Promise<Catalogue> {
    const pointer = await readCurrentVersion(database, table);
    if (!pointer) throw new Error('No catalogue has been published.');
    if (held?.version === pointer.version) return held;
    const catalogue = openCatalogue(await loadVersion(database, table, pointer));
    log('catalogue loaded', { version: catalogue.version, entries: catalogue.entries.size });
    return catalogue;
  }

  function refresh(): Promise<Catalogue> {
    checkedAt = now();
    loading ??= load()
      .then((catalogue) => {
        held = catalogue;
        stale = false;
        return catalogue;
      })
      .finally(() => {
        loading = undefined;
      });
    return loading;
  }

  return {
    async current() {
      if (!held) return refresh();
      if (now() - checkedAt >= CHECK_EVERY_MS) {
        // Not awaited: the copy in memory answers meanwhile, and stays when the table is gone.
        refresh().catch((error: unknown) => {
          stale = true;
          log('catalogue check failed', { error: String(error) });
        });
      }
      return held;
    },
    isStale: () => stale,
  };
}
