/** Makes an earlier version of the catalogue current again. */
import { checkVersion } from '../catalogue/check-version.ts';
import { pointTo, readCurrentVersion, readVersion } from './catalogue-store.ts';
import type { Database } from './dynamo.ts';
import { readHistory } from './version-history.ts';

export interface RollBack {
  readonly from: number;
  readonly to: number;
}

/**
 * Points readers to version `to`, or without one to the newest whole version before the current one. Throws when there is
 * no such version, when it is not whole any more, and when a publication came between; nothing changes then.
 */
export async function rollBack(
  database: Database,
  table: string,
  { to, at }: { readonly to?: number /** ISO 8601, UTC. */; readonly at: string },
): Promise<RollBack> {
  const current = await readCurrentVersion(database, table);
  if (!current) throw new Error('Nothing was published yet.');
  const whole = (await readHistory(database, table)).filter((record) => record.whole);
  const target = whole.find(({ version }) => (to === undefined ? version < current.version : version === to));
  if (!target || target.version === current.version) {
    const kept = whole.map(({ version }) => version).filter((version) => version !== current.version);
    throw new Error(
      `${to === undefined ? 'No earlier version' : `No other version ${to}`} is kept; there are: ${kept.join(', ') || 'none'}.`,
    );
  }
  const faults = checkVersion(await readVersion(database, table, target.version));
  if (faults.length > 0) throw new Error(`Version ${target.version} is not whole:\n${faults.join('\n')}`);
  const { version, contentHash, parts } = target;
  if (!(await pointTo(database, table, { version, contentHash, parts, publishedAt: at }, current.version)))
    throw new Error('A version was published meanwhile; look again before you roll back.');
  return { from: current.version, to: version };
}
