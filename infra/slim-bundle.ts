/** Leaves out of a bundle what no request needs: other languages' error texts, stemmers, stores and ways to sign in. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'esbuild';
import * as z from 'zod';
import { PROJECT_ROOT } from './project-root.ts';

/** Algorithms that `functions/catalogue/languages.ts` asks for by name. */
const STEMMERS = ['english', 'dutch'];
const STEMMER_BLOCK =
  /^ {4}var (\w+)Stemmer = function \(_SnowballStemmer\d*\) \{\n[\s\S]*?^ {4}\}\(SnowballStemmer\);$/gm;

/**
 * An esbuild plugin. What it saves in the API function, minified: zod's 50 languages 250 kB, 22 stemmers 295 kB, checks
 * of other countries' numbers 100 kB, sign-in flows of a developer's machine 90 kB, the rate limiter's databases 66 kB.
 */
export const slimBundle: Plugin = {
  name: 'slim-bundle',
  setup(build) {
    // English, which zod loads by another path, stays: replies come from our own locales.
    build.onLoad({ filter: /node_modules\/zod\/v4\/locales\/index\.js$/ }, () => ({ contents: 'export {}' }));
    // Reading schemas out of JSON Schema is for tools.
    build.onLoad({ filter: /node_modules\/zod\/v4\/classic\/from-json-schema\.js$/ }, () => ({
      contents: 'export const fromJSONSchema = undefined;',
    }));
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
    // What only pages in a browser say.
    build.onLoad({ filter: /locales\/[\w-]+\/strings\.json$/ }, ({ path }) => ({
      contents: withoutPageStrings(readFileSync(path, 'utf8')),
      loader: 'json',
    }));
    // A Lambda function has its credentials in the environment, and no other place is ever looked at.
    build.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ resolveDir }) => ({
      path: 'environment-credentials',
      namespace: 'environment-credentials',
      pluginData: { resolveDir },
    }));
    build.onLoad({ filter: /.*/, namespace: 'environment-credentials' }, ({ pluginData }) => ({
      contents: "import { fromEnv } from '@aws-sdk/credential-provider-env'; export const defaultProvider = fromEnv;",
      resolveDir: (pluginData as { resolveDir: string }).resolveDir,
    }));
  },
};

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
function withoutPageStrings(source: string): string {
  const {
    report: _report,
    page,
    ...rest
  } = z.looseObject({ report: z.unknown(), page: z.looseObject({ site: z.unknown() }) }).parse(JSON.parse(source));
  return JSON.stringify({ ...rest, page: { site: page.site } });
}

function validatorsCalledIn(source: string): string {
  const names = [...new Set([...source.matchAll(/\bvalidator\.(\w+)/g)].map(([, name]) => name))];
  const imports = names.map((name) => `import ${name} from 'validator/es/lib/${name}.js';`);
  return [...imports, `export default { ${names.join(', ')} };`].join('\n');
}
