/** Leaves out of a bundle what no request needs of other languages, countries and stores. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'esbuild';
import * as z from 'zod';
import { PROJECT_ROOT } from './project-root.ts';
import { slimSdk } from './slim-sdk.ts';
import { slimZod } from './slim-zod.ts';

/** Algorithms that `functions/catalogue/languages.ts` asks for by name. */
const STEMMERS = ['english', 'dutch'];
const STEMMER_BLOCK =
  /^ {4}var (\w+)Stemmer = function \(_SnowballStemmer\d*\) \{\n[\s\S]*?^ {4}\}\(SnowballStemmer\);$/gm;

/**
 * An esbuild plugin. What it saves in the API function, minified: 22 stemmers 295 kB, checks of other countries' numbers
 * 100 kB, the rate limiter's databases 66 kB.
 */
const slimLibraries: Plugin = {
  name: 'slim-libraries',
  setup(build) {
    build.onLoad({ filter: /node_modules\/snowball-stemmers\/snowball-stemmers\.js$/ }, ({ path }) => ({
      contents: withoutUnusedStemmers(readFileSync(path, 'utf8')),
    }));
    build.onResolve({ filter: /^rate-limiter-flexible$/ }, ({ resolveDir, pluginData }) => {
      if (pluginData === 'inner') return undefined;
      return { path: 'rate-limiter-flexible', namespace: 'memory-limiter', pluginData: { resolveDir } };
    });
    build.onLoad({ filter: /.*/, namespace: 'memory-limiter' }, ({ pluginData }) => ({
      contents: [
        "export { default as RateLimiterMemory } from 'rate-limiter-flexible/lib/RateLimiterMemory.js';",
        "export { default as RateLimiterRes } from 'rate-limiter-flexible/lib/RateLimiterRes.js';",
      ].join('\n'),
      resolveDir: (pluginData as { resolveDir: string }).resolveDir,
    }));
    // A path for each file that imports it: what that file calls by name is all it gets.
    build.onResolve({ filter: /^validator$/ }, ({ importer, resolveDir }) => ({
      // Relative: the name ends up in the source map, which must not depend on where the project lies.
      path: relative(PROJECT_ROOT, importer),
      namespace: 'validator',
      pluginData: { resolveDir },
    }));
    build.onLoad({ filter: /.*/, namespace: 'validator' }, ({ path, pluginData }) => ({
      contents: validatorsCalledIn(readFileSync(join(PROJECT_ROOT, path), 'utf8')),
      resolveDir: (pluginData as { resolveDir: string }).resolveDir,
    }));
    // Requests are negotiated by language alone.
    build.onLoad({ filter: /node_modules\/negotiator\/lib\/(?:charset|encoding|mediaType)\.js$/ }, () => ({
      contents: 'module.exports = undefined;',
    }));
    // What only pages in a browser say, and what only the digest does.
    const isDigest = JSON.stringify(build.initialOptions.entryPoints)?.includes('functions/digest.ts') ?? false;
    build.onLoad({ filter: /locales\/[\w-]+\/strings\.json$/ }, ({ path }) => ({
      contents: withoutUnusedStrings(readFileSync(path, 'utf8'), isDigest),
      loader: 'json',
    }));
  },
};

/** The plugins of every function's bundle. */
export const SLIM_BUNDLE: readonly Plugin[] = [slimZod, slimSdk, slimLibraries];

/** Throws when the library no longer has the shape that was cut, rather than ship it whole unnoticed. */
function withoutUnusedStemmers(source: string): string {
  let left = 0;
  const slim = source.replace(STEMMER_BLOCK, (block, name: string) => {
    if (!STEMMERS.includes(name)) return `var ${name}Stemmer;`;
    left += 1;
    return block;
  });
  if (left !== STEMMERS.length) throw new Error('snowball-stemmers has changed; look again at infra/slim-bundle.ts.');
  return slim;
}

/** Replies without JavaScript use `page.site`; everything else under `page` and all of `report` is for browsers and tools. */
function withoutUnusedStrings(source: string, isDigest: boolean): string {
  const {
    report: _report,
    page,
    digest,
    ...rest
  } = z.looseObject({ report: z.unknown(), page: z.looseObject({ site: z.unknown() }) }).parse(JSON.parse(source));
  return JSON.stringify({ ...rest, page: { site: page.site }, ...(isDigest && { digest }) });
}

function validatorsCalledIn(source: string): string {
  const names = [...new Set([...source.matchAll(/\bvalidator\.(\w+)/g)].map(([, name]) => name))];
  const imports = names.map((name) => `import ${name} from 'validator/es/lib/${name}.js';`);
  return [...imports, `export default { ${names.join(', ')} };`].join('\n');
}
