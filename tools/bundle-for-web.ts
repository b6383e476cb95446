/** Bundles what browsers run, by esbuild. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { minify } from 'terser';
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
  const script = outputFiles[0]?.text ?? '';
  return entry === WIDGET ? smallest(script) : script;
}

/** A second look at what esbuild made small: worth half a kilobyte in 20. */
async function smallest(script: string): Promise<string> {
  const { code } = await minify(script, { compress: { passes: 3 }, mangle: { toplevel: true }, ecma: 2020 });
  return code ?? script;
}

function pluginsOf(entry: string): Plugin[] {
  const pickStrings = STRINGS_OF[entry];
  return [
    ...(entry === WIDGET ? [namesOnce, minifiedCss, tightTemplates] : []),
    ...(pickStrings ? [someStrings(pickStrings)] : []),
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

const ENGLISH = join(PROJECT_ROOT, 'locales/en/strings.json');

/** The names of strings are the same in every language: the widget holds them once, with the English. */
const namesOnce: Plugin = {
  name: 'names-once',
  setup: ({ onLoad }) =>
    onLoad({ filter: /locales\/(nl|zh|zh-Hant)\/strings\.json$/ }, ({ path }) => ({
      contents: `import en from '../en/strings.json' with { type: 'json' };
        const named = (english, own) => typeof english === 'string' ? own
          : Object.fromEntries(Object.entries(english).map(([name, one], at) => [name, named(one, own[at])]));
        export default named(en, ${JSON.stringify(inOrder(widgetStrings(ENGLISH), widgetStrings(path)))});`,
      loader: 'js',
    })),
};

const widgetStrings = (path: string): unknown => STRINGS_OF[WIDGET]?.(JSON.parse(readFileSync(path, 'utf8')));

/** Returns the strings without their names, in the order of the English. */
function inOrder(english: unknown, own: unknown): unknown {
  if (!isNamed(english) || !isNamed(own)) return own;
  return Object.keys(english).map((name) => inOrder(english[name], own[name]));
}

const isNamed = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

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
