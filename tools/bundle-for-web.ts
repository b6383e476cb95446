/** Bundles what browsers run, by esbuild. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { PROJECT_ROOT } from './read-content.ts';

const TARGET = 'es2022';
const WIDGET = 'web/widget/simtolk-chat.ts';
const MAINTAINERS = 'web/maintainers/maintainers.ts';

/** Returns the minified text of a script with all that it imports, or of a style sheet (`format` undefined). */
export async function bundleForWeb(
  entry: string,
  format: 'esm' | 'iife' | undefined,
  define: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(PROJECT_ROOT, entry)],
    ...(format && { format }),
    bundle: true,
    minify: true,
    write: false,
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    loader: entry.endsWith('.css') ? {} : { '.css': 'text' },
    define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
    plugins: pluginsOf(entry),
  });
  return outputFiles[0]?.text ?? '';
}

function pluginsOf(entry: string): Plugin[] {
  const pickStrings = STRINGS_OF[entry];
  return [
    ...(pickStrings ? [someStrings(pickStrings)] : []),
    ...(entry === WIDGET ? [minifiedCss, tightTemplates] : []),
  ];
}

type Strings = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A script says little of what is in the strings files: the rest stays behind. */
const STRINGS_OF: Readonly<Record<string, (strings: Strings) => unknown>> = {
  [WIDGET]: ({ group, page }) => ({ group, page: { chat: page?.chat } }),
  [MAINTAINERS]: ({ group, language, report }) => ({ group, language, report }),
};

function someStrings(pick: (strings: Strings) => unknown): Plugin {
  return {
    name: 'some-strings',
    setup: ({ onLoad }) =>
      onLoad({ filter: /locales\/.*\/strings\.json$/ }, ({ path }) => ({
        contents: JSON.stringify(pick(JSON.parse(readFileSync(path, 'utf8')))),
        loader: 'json',
      })),
  };
}

/** The line breaks that make templates readable are of no use to a browser; white space beside tags shows nothing here. */
const tightTemplates: Plugin = {
  name: 'tight-templates',
  setup: ({ onLoad }) =>
    onLoad({ filter: /web\/widget\/view\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/>\n\s+(?=[<$])/g, '>')
        .replace(/\n\s+/g, '\n'),
      loader: 'ts',
    })),
};

const minifiedCss: Plugin = {
  name: 'minified-css',
  setup: ({ onLoad, esbuild }) =>
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await esbuild.transform(readFileSync(path, 'utf8'), {
        loader: 'css',
        minify: true,
        target: TARGET,
      });
      return { contents: code.trim(), loader: 'text' };
    }),
};
