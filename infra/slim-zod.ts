/** Leaves the description of schemas out of a bundle: the API's is written when the bundle is made (`tools/write-api-document.ts`). */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/** What zod calls to describe a schema, and nothing calls to check a value by one. */
const DESCRIBING = /node_modules\/zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/;
const ZOD_OF_HONO = /^import \{ (.*?),? ?z \} from '@hono\/zod-openapi';$/m;
/** Names for descriptions are not kept, and no document is made. */
const NO_DESCRIPTION = `
import { ZodType } from 'zod';
ZodType.prototype.openapi = function () { return this; };
export class OpenAPIRegistry { registerPath() {} registerComponent() {} }
export { extendZodWithOpenApi };
const extendZodWithOpenApi = () => undefined;
const absent = () => { throw new Error('The bundle makes no description of the API.'); };
export { absent as getOpenApiMetadata, absent as OpenApiGeneratorV3, absent as OpenApiGeneratorV31 };`;

/** An esbuild plugin. What it saves in the API function, minified: 50 languages 250 kB, descriptions and unused parts 130 kB. */
export const slimZod: Plugin = {
  name: 'slim-zod',
  setup(build) {
    // English, which zod loads by another path, stays: replies come from our own locales.
    build.onLoad({ filter: /node_modules\/zod\/v4\/locales\/index\.js$/ }, () => ({ contents: 'export {}' }));
    // Reading schemas out of JSON Schema is for tools.
    build.onLoad({ filter: /node_modules\/zod\/v4\/classic\/from-json-schema\.js$/ }, () => ({
      contents: 'export const fromJSONSchema = undefined;',
    }));
    build.onLoad({ filter: DESCRIBING }, ({ path }) => ({ contents: withoutFunctions(readFileSync(path, 'utf8')) }));
    build.onResolve({ filter: /^@asteasolutions\/zod-to-openapi$/ }, ({ resolveDir }) => ({
      path: 'no-description',
      namespace: 'no-description',
      pluginData: { resolveDir },
    }));
    // What hono exports of zod is not used by that name: see below.
    build.onResolve({ filter: /^zod$/ }, ({ importer }) =>
      /node_modules\/@hono\/zod-openapi\//.test(importer) ? { path: 'zod', namespace: 'no-zod' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'no-zod' }, () => ({ contents: 'export const z = undefined;' }));
    build.onLoad({ filter: /.*/, namespace: 'no-description' }, ({ pluginData }) => ({
      contents: NO_DESCRIPTION,
      resolveDir: (pluginData as { resolveDir: string }).resolveDir,
    }));
    // It is zod itself; by this name esbuild sees which parts of it are used.
    build.onLoad({ filter: /functions\/http\/[\w-]+\.ts$/ }, ({ path }) => ({
      contents: withZodItself(readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

function withZodItself(source: string): string {
  return source.replace(ZOD_OF_HONO, "import { $1 } from '@hono/zod-openapi'; import * as z from 'zod';");
}

function withoutFunctions(source: string): string {
  const names = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
  return `const absent = () => { throw new Error('The bundle describes no schemas.'); };
export { ${names.map((name) => `absent as ${name}`).join(', ')}, absent as process };`;
}
