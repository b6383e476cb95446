/** Publishing a version of the catalogue: readers see the old one or the new one, whatever fails on the way. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Compiled } from '../../functions/catalogue/compile-sources.ts';
import { catalogueCache } from '../../functions/store/catalogue-cache.ts';
import { readCurrentVersion, readVersion } from '../../functions/store/catalogue-store.ts';
import { type Database, FOR_PUBLISHING, openDatabase } from '../../functions/store/dynamo.ts';
import { KEPT_VERSIONS, publish } from '../../functions/store/publish.ts';
import { rollBack } from '../../functions/store/roll-back.ts';
import { createTables } from '../../functions/store/tables.ts';
import { beginVersion, readHistory } from '../../functions/store/version-history.ts';
import { compiled } from '../../tools/compiled.ts';
import { type EmbeddedDynamodb, startEmbeddedDynamodb } from '../../tools/embedded-dynamodb.ts';

const AT = '2026-03-01T12:00:00.000Z';
const LATER = '2026-03-02T12:00:00.000Z';
const project = compiled();
let dynamodb: EmbeddedDynamodb;
let database: Database;
let table: string;
let tables = 0;

beforeAll(async () => {
  dynamodb = await startEmbeddedDynamodb();
  database = openDatabase(dynamodb.endpoint, FOR_PUBLISHING);
});
afterAll(() => dynamodb.close());
beforeEach(async () => {
  tables += 1;
  table = `catalogue-${tables}`;
  await createTables(database, [table]);
});

/** The project's catalogue with a mark in every entry, so that a mix of two versions shows. */
function marked(mark: string): Compiled {
  return { ...project, entries: project.entries.map((entry) => ({ ...entry, sources: [mark] })) };
}

function publishMarked(mark: string, { on = database, at = AT } = {}) {
  return publish(on, table, { hash: mark, compile: () => marked(mark), publishedAt: at });
}

/** The marks that a reader sees, and the number of entries. */
async function seen() {
  const current = await readCurrentVersion(database, table);
  if (!current) return undefined;
  const { entries } = await readVersion(database, table, current.version);
  return { marks: [...new Set(entries.flatMap(({ sources }) => sources))], entries: entries.length };
}

const whole = (mark: string) => ({ marks: [mark], entries: project.entries.length });

/** The same database, but the request of that number (from 0) fails, before or after it took effect. */
function failingAt(number: number, when: 'before' | 'after') {
  let requests = 0;
  const send = async (command: Parameters<Database['send']>[0]) => {
    const isFault = requests === number;
    requests += 1;
    if (isFault && when === 'before') throw new Error('The connection broke.');
    const reply = await database.send(command);
    if (isFault) throw new Error('The reply was lost.');
    return reply;
  };
  return { database: { send } as unknown as Database, requests: () => requests };
}

describe('a publication', () => {
  it('is the next version', async () => {
    expect(await publishMarked('one')).toEqual({ version: 1, changed: true });
    expect(await publishMarked('two')).toEqual({ version: 2, changed: true });
    expect(await seen()).toEqual(whole('two'));
  });

  it('writes nothing when the content is current already', async () => {
    await publishMarked('one');
    const counted = failingAt(Number.POSITIVE_INFINITY, 'before');
    expect(await publishMarked('one', { on: counted.database })).toEqual({ version: 1, changed: false });
    expect(counted.requests()).toBe(1);
  });

  it('of an entry without its text in a language fails with the reason', async () => {
    await publishMarked('one');
    const catalogue = marked('two');
    const [first, ...others] = catalogue.entries;
    if (!first) throw new Error('The catalogue is empty.');
    const lacking = { ...catalogue, entries: [{ ...first, answer: { ...first.answer, nl: '' } }, ...others] };
    const publication = publish(database, table, { hash: 'two', compile: () => lacking, publishedAt: AT });
    await expect(publication).rejects.toThrow(`${first.id} lacks its nl text.`);
    expect(await seen()).toEqual(whole('one'));
  });

  it('of a matcher that does not know its entries fails with the reason', async () => {
    await publishMarked('one');
    const catalogue = marked('two');
    const shuffled = catalogue.entries.map((entry, at) => ({
      ...entry,
      question: (catalogue.entries[(at + 1) % catalogue.entries.length] ?? entry).question,
    }));
    const compile = () => ({ ...catalogue, entries: shuffled });
    const publication = publish(database, table, { hash: 'two', compile, publishedAt: AT });
    await expect(publication).rejects.toThrow(/In zh only \d+ % of the entries are found by their own question/);
    expect(await seen()).toEqual(whole('one'));
  });

  it('keeps the last versions and deletes those before', async () => {
    for (let number = 1; number <= KEPT_VERSIONS + 2; number += 1) await publishMarked(`content ${number}`);
    const kept = (await readHistory(database, table)).map(({ version }) => version);
    expect(kept).toEqual([7, 6, 5, 4, 3]);
    expect((await readVersion(database, table, 3)).entries.length).toBe(whole('').entries);
    await expect(readVersion(database, table, 2)).rejects.toThrow();
  });

  it('deletes what a failed one left behind, once nobody can be writing it any more', async () => {
    await beginVersion(database, table, { version: 1, contentHash: 'failed', publishedAt: AT });
    await publishMarked('one', { at: AT });
    expect((await readHistory(database, table)).map(({ version }) => version)).toEqual([2, 1]);
    await publishMarked('two', { at: LATER });
    expect((await readHistory(database, table)).map(({ version }) => version)).toEqual([3, 2]);
  });
});

describe('a fault in any step of a publication', () => {
  it.each(['before', 'after'] as const)(
    '%s it took effect shows readers the old version or the new one, whole',
    async (when) => {
      await publishMarked('start');
      let latest = 'start';
      let reached = true;
      for (let step = 0; reached; step += 1) {
        const faulty = failingAt(step, when);
        const mark = `step ${step}`;
        const outcome = await publishMarked(mark, { on: faulty.database, at: LATER }).catch(() => undefined);
        reached = faulty.requests() > step;
        const now = await seen();
        // Once the pointer is flipped the new version shows, though the reply was lost or old versions could not go.
        if (now?.marks[0] === mark) latest = mark;
        expect(now).toEqual(whole(latest));
        if (outcome) expect(now).toEqual(whole(mark));
        if (!reached) expect(outcome).toMatchObject({ changed: true });
      }
      expect(await publishMarked('after all')).toMatchObject({ changed: true });
      expect(await seen()).toEqual(whole('after all'));
    },
    120_000,
  );
});

describe('several at once', () => {
  it('let readers see whole versions only', async () => {
    await publishMarked('0');
    let done = false;
    const sightings = new Set<string>();
    const reader = async () => {
      while (!done) {
        const now = await seen();
        sightings.add(JSON.stringify(now));
      }
    };
    const readers = [reader(), reader()];
    try {
      for (const mark of ['1', '2', '3']) await publishMarked(mark);
    } finally {
      done = true;
    }
    await Promise.all(readers);
    const possible = ['0', '1', '2', '3'].map((mark) => JSON.stringify(whole(mark)));
    expect([...sightings].filter((sighting) => !possible.includes(sighting))).toEqual([]);
    expect(sightings.size).toBeGreaterThan(0);
  }, 120_000);

  it('let one publisher win, and the other say so', async () => {
    const outcomes = await Promise.allSettled([publishMarked('left'), publishMarked('right')]);
    const lost = outcomes.filter(({ status }) => status === 'rejected');
    expect(lost.length).toBe(1);
    expect(String((lost[0] as PromiseRejectedResult).reason)).toContain('published meanwhile; publish again');
    expect(await seen()).toEqual(whole(outcomes[0].status === 'fulfilled' ? 'left' : 'right'));
  });
});

describe('a reader whose replica does not hold every part yet', () => {
  /** The same database, but reads that need not be consistent miss the last item of a page. */
  const lagging = () => {
    let lagged = 0;
    const send = async (command: Parameters<Database['send']>[0]) => {
      const reply = await database.send(command);
      const { ConsistentRead } = command.input as { ConsistentRead?: boolean };
      const { Items } = reply as { Items?: unknown[] };
      if (ConsistentRead !== false || !Items) return reply;
      lagged += 1;
      return { ...reply, Items: Items.slice(0, -1) };
    };
    return { database: { send } as unknown as Database, lagged: () => lagged };
  };

  it('sees the whole version all the same', async () => {
    await publishMarked('one');
    const replica = lagging();
    const cache = catalogueCache({ database: replica.database, table, now: () => 0, log: () => undefined });
    expect((await cache.current()).entries.size).toBe(project.entries.length);
    expect(replica.lagged()).toBeGreaterThan(0);
  });

  it('reads consistently only then', async () => {
    await publishMarked('one');
    const consistent: unknown[] = [];
    const send = (command: Parameters<Database['send']>[0]) => {
      if (command.constructor.name === 'QueryCommand')
        consistent.push((command.input as { ConsistentRead?: boolean }).ConsistentRead);
      return database.send(command);
    };
    const counting = { send } as unknown as Database;
    await catalogueCache({ database: counting, table, now: () => 0, log: () => undefined }).current();
    expect(new Set(consistent)).toEqual(new Set([false]));
  });
});

describe('a roll-back', () => {
  beforeEach(async () => {
    for (const mark of ['one', 'two', 'three']) await publishMarked(mark);
  });

  it('makes the version before current', async () => {
    expect(await rollBack(database, table, { at: LATER })).toEqual({ from: 3, to: 2 });
    expect(await seen()).toEqual(whole('two'));
  });

  it('goes to the version that is named', async () => {
    expect(await rollBack(database, table, { to: 1, at: LATER })).toEqual({ from: 3, to: 1 });
    expect(await seen()).toEqual(whole('one'));
  });

  it('shows in containers that hold the newer version', async () => {
    let clock = 0;
    const cache = catalogueCache({ database, table, now: () => clock, log: () => undefined });
    expect((await cache.current()).version).toBe(3);
    await rollBack(database, table, { at: LATER });
    clock = 60_000;
    await cache.current();
    await expect.poll(async () => (await cache.current()).version).toBe(2);
  });

  it('is followed by a version with a number of its own', async () => {
    await rollBack(database, table, { at: LATER });
    expect(await publishMarked('four')).toEqual({ version: 4, changed: true });
    expect(await rollBack(database, table, { to: 3, at: LATER })).toEqual({ from: 4, to: 3 });
    expect(await seen()).toEqual(whole('three'));
  });

  it('to a version that is not kept changes nothing and names those that are', async () => {
    await expect(rollBack(database, table, { to: 9, at: LATER })).rejects.toThrow(
      'No other version 9 is kept; there are: 2, 1.',
    );
    expect(await seen()).toEqual(whole('three'));
  });
});
