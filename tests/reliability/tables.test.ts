/** Tables made on a developer's machine: whoever made them can use them, however long the database takes over it. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../functions/store/dynamo.ts';
import { createTables } from '../../functions/store/tables.ts';

const slow = dynalite({ createTableMs: 200 });
let database: Database;

beforeAll(async () => {
  await once(slow.listen(0, '127.0.0.1'), 'listening');
  database = openDatabase(`http://127.0.0.1:${(slow.address() as AddressInfo).port}`);
});
afterAll(() => new Promise<void>((resolve) => slow.close(() => resolve())));

async function makeAndRead(table: string) {
  await createTables(database, [table]);
  return (await database.send(new GetCommand({ TableName: table, Key: { pk: 'a', sk: 'b' } }))).Item;
}

describe('a table that takes its time to be made', () => {
  it('can be used once it is said to be there', async () => {
    await expect(makeAndRead('new')).resolves.toBeUndefined();
  });

  it('can be used by whoever came while it was being made', async () => {
    await expect(Promise.all([makeAndRead('shared'), makeAndRead('shared')])).resolves.toEqual([undefined, undefined]);
  });
});
