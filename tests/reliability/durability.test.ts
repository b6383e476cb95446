import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runDurability } from '../../bench/durability/run.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'simtolk-durability-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe('a server that is killed twice while clients write', () => {
  it('has everything that it acknowledged, and nothing twice', async () => {
    const plan = { writes: 120, clients: 10, kills: 2, dataDir };
    const { acknowledged, kills, lost, twice } = await runDurability(plan, () => undefined);
    expect(kills).toBe(2);
    expect(acknowledged.messages).toBeGreaterThan(0);
    expect(acknowledged.feedback).toBeGreaterThan(0);
    expect(acknowledged.tickets).toBeGreaterThan(0);
    expect({ lost, twice }).toEqual({ lost: [], twice: [] });
  }, 120_000);
});
