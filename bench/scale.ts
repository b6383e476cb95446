/** `npm run bench -- --scale`: how our engine grows with the catalogue. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { PROJECT_ROOT } from '../tools/read-content.ts';
import { scalePlot } from './scale-plot.ts';
import { inMs } from './table.ts';

/** Phrasings; the last is 10,000 entries of 20. */
const SIZES = [100, 1_000, 10_000, 100_000, 200_000];
const CHILD = fileURLToPath(new URL('scale-child.ts', import.meta.url));
const PLOT = join(PROJECT_ROOT, 'docs', 'bench-scale.svg');

const grown = z.object({
  phrasings: z.number(),
  entries: z.number(),
  buildMs: z.number(),
  storedMb: z.number(),
  loadMs: z.number(),
  medianMs: z.number(),
  p99Ms: z.number(),
  /** What the matcher holds. */
  memoryMb: z.number(),
  /** Resident size of the whole process that answers, Node and the TypeScript loader included. */
  processMb: z.number(),
  top1: z.number(),
});
export type Grown = z.infer<typeof grown>;

/** Measures every size, prints the table or JSON, and draws `docs/bench-scale.svg`. */
export function benchScale(asJson: boolean): void {
  const all: Grown[] = [];
  for (const size of SIZES) {
    console.error(`${size} phrasings …`);
    all.push(measureSize(size));
  }
  if (asJson) console.log(JSON.stringify(all, null, 2));
  else console.table(all.map(rowOf));
  writeFileSync(PLOT, scalePlot(all));
}

function measureSize(size: number): Grown {
  const folder = mkdtempSync(join(tmpdir(), 'bench-scale-'));
  const files = [join(folder, 'matcher'), join(folder, 'questions.json')];
  const run = (...args: string[]): unknown =>
    JSON.parse(
      execFileSync(process.execPath, ['--expose-gc', '--import', 'tsx', CHILD, ...args], {
        encoding: 'utf8',
        cwd: PROJECT_ROOT,
      }),
    );
  try {
    const built = run('build', ...files, String(size));
    return grown.parse(Object.assign({}, built, run('serve', ...files)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function rowOf(one: Grown): Record<string, string> {
  return {
    phrasings: one.phrasings.toLocaleString('en'),
    entries: one.entries.toLocaleString('en'),
    'build s': (one.buildMs / 1000).toFixed(2),
    'stored MB': one.storedMb.toFixed(1),
    'load ms': one.loadMs.toFixed(0),
    'median ms': inMs(one.medianMs),
    'p99 ms': inMs(one.p99Ms),
    'memory MB': one.memoryMb.toFixed(0),
    'process MB': one.processMb.toFixed(0),
    'top-1 %': (one.top1 * 100).toFixed(1),
  };
}
