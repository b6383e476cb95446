/** Holds the current catalogue in memory and replaces it when a newer one is published, without slowing a reply. */
import { type Catalogue, openCatalogue } from '../catalogue/open.ts';
import type { CatalogueSnapshot } from './catalogue-snapshot.ts';
import { loadVersion, readCurrentVersion } from './catalogue-store.ts';
import type { Database } from './dynamo.ts';
import { patience } from './patience.ts';
import { inTime, PROMPT_MS } from './table-watch.ts';

export interface CatalogueCache {
  /** Returns the catalogue in memory, loading it first if there is none; rejects when none can be had. */
  current(): Promise<Catalogue>;
  /** Whether the table, asked now unless it just was, does not answer, so that the last good copy does. */
  isStale(): boolean | Promise<boolean>;
}

export interface CatalogueCacheOptions {
  readonly database: Database;
  readonly table: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void;
  /** Gets the copy that was shipped with the code; called once, by a container that holds no catalogue yet. */
  readonly snapshot?: () => Promise<CatalogueSnapshot>;
}

/** A newer version shows within this time: publishing is rare, and each check costs a read. */
const CHECK_EVERY_MS = 15_000;
/** While the table does not answer, so that its return shows soon. */
const CHECK_STALE_EVERY_MS = 2000;
/** The state that `health` tells is no older. */
const STATE_MS = 200;
/** Containers that lost the table at one moment do not come back at one moment: up to a quarter sooner. */
const JITTER = 0.25;
/** What a reply that was made from the shipped copy says its version is, until the table has told. */
export const SHIPPED_VERSION = 0;

/** What is logged when the table does not give the current version; an alarm counts it. */
export const CHECK_FAILED = 'catalogue check failed';

interface Held {
  readonly catalogue: Catalogue;
  readonly hash: string;
}

/** Returns a cache over the table; nothing is read before the first call. */
export function catalogueCache(options: CatalogueCacheOptions): CatalogueCache {
  const { database, table, now, log } = options;
  let held: Held | undefined;
  let shipped: Promise<Held | undefined> | undefined;
  let loading: Promise<Catalogue> | undefined;
  let checkedAt = Number.NEGATIVE_INFINITY;
  let checkAfter = Number.NEGATIVE_INFINITY;
  let stale = false;

  /** It is read beside the table's pointer: mostly the pointer then says that this is the current version. */
  const openShipped = () => {
    shipped ??= readShipped(options);
    return shipped;
  };

  async function load(): Promise<Catalogue> {
    const copy = held ? undefined : openShipped();
    const pointer = await readCurrentVersion(database, table);
    if (!pointer) throw new Error('No catalogue has been published.');
    const { version, contentHash: hash } = pointer;
    const known = [held, await copy].find((one) => one?.hash === hash);
    if (held && known === held && held.catalogue.version === version) return held.catalogue;
    const catalogue = known
      ? { ...known.catalogue, version }
      : openCatalogue(await loadVersion(database, table, pointer));
    held = { catalogue, hash };
    log('catalogue loaded', { version, entries: catalogue.entries.size, from: known ? 'memory' : 'table' });
    return catalogue;
  }

  function check(): Promise<Catalogue> {
    if (loading) return loading;
    checkedAt = now();
    loading = load()
      .then(
        (catalogue) => {
          stale = false;
          return catalogue;
        },
        (error: unknown) => {
          stale = true;
          log(CHECK_FAILED, { error: String(error) });
          throw error;
        },
      )
      .finally(() => {
        loading = undefined;
        checkAfter = now() + (stale ? CHECK_STALE_EVERY_MS : CHECK_EVERY_MS) * (1 - JITTER * Math.random());
      });
    // Whoever waits for it hears of a failure; nobody has to.
    loading.catch(() => undefined);
    return loading;
  }

  /** With nothing in memory: the table's version if it comes, the shipped one if the table is silent or fails. */
  async function first(): Promise<Catalogue> {
    const loaded = check();
    const copy = await openShipped();
    if (!copy) return loaded;
    const wait = patience(() => database.lastAnswerAt(table), PROMPT_MS);
    const catalogue = await wait(
      loaded.catch(() => undefined),
      undefined,
    );
    if (catalogue) return catalogue;
    if (!held) {
      held = copy;
      stale = true;
      log('catalogue shipped with the code is used', { entries: copy.catalogue.entries.size });
    }
    return held.catalogue;
  }

  return {
    async current() {
      if (!held) return first();
      if (now() >= checkAfter) check();
      return held.catalogue;
    },
    async isStale() {
      if (now() - checkedAt < STATE_MS && !loading) return stale;
      return !(await inTime(check(), PROMPT_MS));
    },
  };
}

async function readShipped({ snapshot, log }: CatalogueCacheOptions): Promise<Held | undefined> {
  try {
    const copy = await snapshot?.();
    return copy && { catalogue: openCatalogue({ ...copy, version: SHIPPED_VERSION }), hash: copy.hash };
  } catch (error) {
    // There is still the table.
    log('shipped catalogue not read', { error: String(error) });
    return undefined;
  }
}
