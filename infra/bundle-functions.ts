/** Bundles the functions' source for the Node runtime of Lambda, before the stack is made: esbuild plugins need promises. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { PROJECT_ROOT } from './project-root.ts';
import { slimBundle } from './slim-bundle.ts';

export const FUNCTION_NAMES = ['api', 'publish', 'daily-ceiling', 'digest'] as const;
export type FunctionName = (typeof FUNCTION_NAMES)[number];

/** Folders that each hold one function's files. */
export interface FunctionBundles {
  folderOf(name: FunctionName): string;
  /** Deletes the folders; the cloud assembly has its own copy by then. */
  remove(): void;
}

/**
 * Writes `index.mjs` and its source map for each function. The same source gives the same bytes wherever the project
 * lies: paths in source maps are relative, and their depth is always the same.
 */
export async function bundleFunctions(): Promise<FunctionBundles> {
  const cache = join(PROJECT_ROOT, '.cache');
  mkdirSync(cache, { recursive: true });
  const root = mkdtempSync(join(cache, 'bundles-'));
  const folderOf = (name: FunctionName) => join(root, name);
  await Promise.all(FUNCTION_NAMES.map((name) => bundleFunction(name, folderOf(name))));
  const writeSources = ['--import', 'tsx', 'tools/write-sources.ts', join(folderOf('publish'), 'sources.json')];
  execFileSync(process.execPath, writeSources, { cwd: PROJECT_ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  return { folderOf, remove: () => rmSync(root, { recursive: true, force: true }) };
}

async function bundleFunction(name: FunctionName, folder: string): Promise<void> {
  await build({
    absWorkingDir: PROJECT_ROOT,
    entryPoints: [`functions/${name}.ts`],
    outdir: folder,
    entryNames: 'index',
    outExtension: { '.js': '.mjs' },
    // What the code imports when it needs it (the client of SNS, say) stays out of a cold start.
    splitting: true,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    // ES modules first: esbuild can leave out what is not used, which it cannot in CommonJS.
    mainFields: ['module', 'main'],
    // Where node_modules is a link, its files keep their place in the project.
    preserveSymlinks: true,
    sourcemap: 'linked',
    sourcesContent: false,
    plugins: [slimBundle],
    // CommonJS packages among the dependencies call require, which an ES module does not have.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    logLevel: 'warning',
  });
}
