/** Gives what few functions ever load a bundle of its own: esbuild would put what it shares with the start into the start. */
import { type BuildOptions, build, type Plugin } from 'esbuild';

const NAME = 'bedrock-client';
const SOURCE = /\/bedrock-client\.ts$/;

/** An esbuild plugin: leaves the import in place. It saves 20 kB of a cold start, which shares the SDK's core otherwise. */
export const importApart: Plugin = {
  name: 'import-apart',
  setup({ onResolve }) {
    onResolve({ filter: SOURCE }, () => ({ path: `./${NAME}.mjs`, external: true }));
  },
};

/** Writes beside a function's bundle what `importApart` left out of it. */
export async function bundleApart(options: BuildOptions): Promise<void> {
  await build({
    ...options,
    entryPoints: [`functions/embeddings/${NAME}.ts`],
    entryNames: NAME,
    plugins: (options.plugins ?? []).filter((plugin) => plugin !== importApart),
  });
}
