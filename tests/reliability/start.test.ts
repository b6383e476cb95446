import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Fault, type FaultyTable, startFaultyTable } from './faulty-table.ts';
import { startVisitors } from './visitors.ts';

/** The first finds the table empty when it comes back, the others as the first has filled it. */
const FAULTS: readonly Fault[] = ['killed', 'hung', 'slow', 'throttling', 'garbage'];
const SOON = { timeout: 40_000, interval: 200 };

let table: FaultyTable;
beforeAll(async () => {
  table = await startFaultyTable();
});
afterAll(() => table.close());

describe('a start with the table out of reach', () => {
  it.each(FAULTS)('answers from the content that came with it, and uses the table later: %s', async (fault) => {
    await table.fail(fault);
    const visitors = await startVisitors(table.endpoint);
    const asked = await visitors.ask();
    expect(asked.body).toMatchObject({ kind: 'answer', stored: false, catalogueVersion: 0 });
    expect((await visitors.get('/v1/health')).body.status).toBe('degraded');
    expect((await visitors.post('/v1/tickets', { channel: 'chat', contact: 'eva', text: 'Help' })).status).toBe(503);
    await table.heal();
    await vi.waitFor(async () => {
      expect((await visitors.get('/v1/health')).body.status).toBe('ok');
      expect((await visitors.ask()).body).toMatchObject({ stored: true, catalogueVersion: 1 });
    }, SOON);
    await visitors.server.close();
  });
});
