/** `npm run bench -- --scale`: how our engine grows with the catalogue. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import * as z from 'zod';
import { PROJECT_ROOT } from '../tools/read-content.ts';
import { scalePlot } from './scale-plot.ts';
import { PHRASINGS_PER_ENTRY } from './synthetic.ts';
import { inMs } from './table.ts';

/** Phrasings; the last is 10,000 entries. */
const SIZES = [100, 1_000, 10_000, 100_000, 200_000];
/** A catalogue that takes longer to build is shown so, and larger ones are not tried. */
const LONGEST_BUILD_MS = 5 * 60_000;
const PLOT = join(PROJECT_ROOT, 'docs', 'bench-scale.svg');
/** Inside the project, so that what the child leaves unbundled is found. */
const SCRATCH = join(PROJECT_ROOT, '.cache');

const built = z.object({ buildMs: z.number(), storedMb: z.number() });
const served = z.object({
  loadMs: z.number(),
  medianMs: z.number(),
  p99Ms: z.number(),
  /** What the matcher holds. */
  memoryMb: z.number(),
  /** Resident size of the whole process that answers, Node itself included. */
  processMb: z.number(),
  top1: z.number(),
});
export type Grown = z.infer<typeof built> & z.infer<typeof served> & { readonly phrasings: number };

/** Measures every size, prints the table or JSON, and draws `docs/bench-scale.svg`. */
export function benchScale(asJson: boolean): void {
  mkdirSync(SCRATCH, { recursive: true });
  const folder = mkdtempSync(join(SCRATCH, 'scale-'));
  try {
    const grown = grow(folder);
    if (asJson) console.log(JSON.stringify(grown, null, 2));
    else console.table([...grown.map(rowOf), ...SIZES.slice(grown.length).map(unbuiltRowOf)]);
    writeFileSync(PLOT, scalePlot(grown));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function grow(folder: string): readonly Grown[] {
  const [matcher, questions, serve] = [join(folder, 'matcher'), join(folder, 'questions'), join(folder, 'serve.mjs')];
  // Bundled as a deployment is: the TypeScript loader alone would take more memory than the matcher.
  buildSync({
    entryPoints: [source('scale-serve.ts')],
    outfile: serve,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  });
  const grown: Grown[] = [];
  for (const phrasings of SIZES) {
    console.error(`${phrasings} phrasings …`);
    const build = run(['--import', 'tsx', source('scale-build.ts'), matcher, questions, String(phrasings)]);
    if (build === undefined) {
      console.error(`not built in ${LONGEST_BUILD_MS / 1000} s`);
      break;
    }
    const reply = served.parse(run(['--expose-gc', serve, matcher, questions]));
    grown.push({ phrasings, ...built.parse(build), ...reply });
  }
  return grown;
}

function source(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** Returns what a Node process prints as JSON, or undefined when it took too long. Throws when it failed. */
function run(args: readonly string[]): unknown {
  const child = spawnSync(process.execPath, args, {
    cwd: PROJECT_ROOT,
    encoding: 'utf8',
    timeout: LONGEST_BUILD_MS,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.error && 'code' in child.error && child.error.code === 'ETIMEDOUT') return undefined;
  if (child.status !== 0) throw new Error(`${args.join(' ')} ended with ${child.status ?? child.signal}.`);
  return JSON.parse(child.stdout);
}

function sizeOf(phrasings: number): Record<string, string> {
  return {
    phrasings: phrasings.toLocaleString('en'),
    entries: Math.ceil(phrasings / PHRASINGS_PER_ENTRY).toLocaleString('en'),
  };
}

function unbuiltRowOf(phrasings: number): Record<string, string> {
  return { ...sizeOf(phrasings), 'build s': `over ${LONGEST_BUILD_MS / 1000}` };
}

function rowOf(one: Grown): Record<string, string> {
  return {
    ...sizeOf(one.phrasings),
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
