/** Bundles the functions' source for the Node runtime of Lambda, before the stack is made: esbuild plugins need promises. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { bundleApart, importApart } from './bundle-apart.ts';
import { PROJECT_ROOT } from './project-root.ts';
import { SLIM_BUNDLE } from './slim-bundle.ts';

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
  runTool('write-sources', join(folderOf('publish'), 'sources.json'));
  writeBesideApi(folderOf('api'));
  return { folderOf, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** In a process of its own: infra imports no code that runs with a request. */
function runTool(name: string, target: string): void {
  const command = ['--import', 'tsx', `tools/${name}.ts`, target];
  execFileSync(process.execPath, command, { cwd: PROJECT_ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** What esbuild is told for every function; `tools/cold-start.ts` measures what it is told here. */
export const BUNDLE_OPTIONS = {
  absWorkingDir: PROJECT_ROOT,
  entryNames: 'index',
  outExtension: { '.js': '.mjs' },
  // What the code imports when it needs it (the client of SNS, say) stays out of a cold start.
  splitting: true,
  bundle: true,
  minify: true,
  // Chinese as it is takes half the bytes that its escapes do.
  charset: 'utf8',
  legalComments: 'none',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  // ES modules first: esbuild can leave out what is not used, which it cannot in CommonJS.
  mainFields: ['module', 'main'],
  // Where node_modules is a link, its files keep their place in the project.
  preserveSymlinks: true,
  plugins: [...SLIM_BUNDLE, importApart],
  // CommonJS packages among the dependencies call require, which an ES module does not have.
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  logLevel: 'warning',
} satisfies BuildOptions;

const ASKING_FOR_VECTORS: readonly FunctionName[] = ['api', 'publish'];

async function bundleFunction(name: FunctionName, folder: string): Promise<void> {
  const options: BuildOptions = { ...BUNDLE_OPTIONS, outdir: folder, sourcemap: 'linked', sourcesContent: false };
  await build({ ...options, entryPoints: [`functions/${name}.ts`] });
  if (ASKING_FOR_VECTORS.includes(name)) await bundleApart(options);
}

/** Writes beside the API's bundle what it reads there. */
export function writeBesideApi(folder: string): void {
  runTool('write-snapshot', folder);
  runTool('write-api-document', folder);
}
