/**
 * `npm run bench:durability [-- --writes 20000 --clients 50 --kills 10]`: clients write messages, feedback and tickets while
 * the server is killed and started again on the same data; then everything that was acknowledged is looked for.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DurabilityPlan, runDurability } from './durability/run.ts';

const { values } = parseArgs({
  options: {
    writes: { type: 'string', default: '20000' },
    clients: { type: 'string', default: '50' },
    kills: { type: 'string', default: '10' },
  },
});
const dataDir = mkdtempSync(join(tmpdir(), 'simtolk-durability-'));
const plan: DurabilityPlan = {
  writes: Number(values.writes),
  clients: Number(values.clients),
  kills: Number(values.kills),
  dataDir,
};
try {
  const { acknowledged, refused, lost, twice, seconds, kills } = await runDurability(plan, console.error);
  console.log(`${plan.clients} clients, ${kills} kills, ${seconds} s; not acknowledged: ${refused}`);
  console.table(acknowledged);
  console.log(`acknowledged and lost: ${lost.length}; there twice: ${twice.length}`);
  for (const one of [...lost, ...twice].slice(0, 20)) console.log(one);
  process.exitCode = lost.length + twice.length === 0 ? 0 : 1;
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
