/** Builds `web/dist`: widget, page, FAQ as static pages, maintainers' page, the API's documentation. `npm run build:web`. */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { MAINTAINERS_ADDRESS, maintainersDocument } from '../web/site/maintainers-document.ts';
import { siteFiles } from '../web/site/site-files.ts';
import { liveParts } from '../web/site/widget-page.ts';
import { bundleForWeb as bundle } from './bundle-for-web.ts';
import { compiled, readSources, type Sources } from './compiled.ts';
import { PROJECT_ROOT } from './read-content.ts';

export const WEB_FOLDER = join(PROJECT_ROOT, 'web/dist');
const SOURCE_FOLDERS = [
  'docs',
  'web/widget',
  'web/page',
  'web/site',
  'web/lazy',
  'web/maintainers',
  'locales',
  'faq',
  'functions',
  'tools',
];
const HASH_LENGTH = 10;

/** Builds everything anew into a folder. */
export async function buildWeb(folder = WEB_FOLDER, sources: Sources = readSources()): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(unfinished, path)), { recursive: true });
    writeFileSync(join(unfinished, path), content);
    return path;
  };
  const writeHashed = (name: string, content: string | Uint8Array) => write(hashedName(name, content), content);
  const catalogue = compiled(sources);
  const data = writeHashed('assets/catalogue.json', browserCatalogue(catalogue));
  const matcher = writeHashed('assets/matcher.bin', catalogue.matcher);
  const typeAhead = writeHashed('assets/type-ahead.js', await bundle('web/lazy/type-ahead.ts', 'esm'));
  const browserAnswers = writeHashed(
    'assets/browser-answers.js',
    await bundle('web/lazy/browser-answers.ts', 'esm', { CATALOGUE_FILE: data, MATCHER_FILE: matcher }),
  );
  const lazy = { TYPE_AHEAD_FILE: typeAhead, BROWSER_ANSWERS_FILE: browserAnswers };
  const widget = await bundle('web/widget/simtolk-chat.ts', 'iife', lazy);
  write('widget.js', widget);
  // It imports nothing and declares types alone, so it is a declaration file as it stands.
  write('widget.d.ts', readFileSync(join(PROJECT_ROOT, 'web/widget/simtolk-chat-element.ts')));
  const guide = readFileSync(join(PROJECT_ROOT, 'docs/widget.md'), 'utf8');
  const examples = liveParts(guide);
  const assets = {
    embed: {
      css: writeHashed('assets/embed.css', examples.css),
      js: writeHashed('assets/embed.js', examples.js),
    },
    widget: writeHashed('assets/widget.js', widget),
    integrity: `sha384-${createHash('sha384').update(widget).digest('base64')}`,
    page: writeHashed('assets/page.js', await bundle('web/page/page.ts', 'iife')),
    css: writeHashed('assets/page.css', await bundle('web/page/page.css', undefined)),
  };
  // Pages that the API itself writes do not know the hashes.
  write('page.css', readFileSync(join(unfinished, assets.css)));
  for (const [path, content] of siteFiles(catalogue, assets, siteUrl(), guide)) write(path, content);
  const charts = writeHashed('assets/draw-chart.js', await bundle('web/maintainers/draw-chart.ts', 'esm'));
  const maintainers = {
    script: writeHashed(
      'assets/maintainers.js',
      await bundle('web/maintainers/maintainers.ts', 'esm', { CHARTS_FILE: charts }),
    ),
    css: writeHashed('assets/maintainers.css', await bundle('web/maintainers/maintainers.css', undefined)),
  };
  write(`${MAINTAINERS_ADDRESS.slice(1)}index.html`, maintainersDocument(maintainers));
  copyDocs(unfinished);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}

/** Search engines want whole addresses: a deployment says its own. */
function siteUrl(): string {
  return new URL(process.env.SITE_URL ?? 'http://localhost:3000').origin;
}

/** Builds when `web/dist` is missing or older than what it is made from. */
export async function buildWebWhenStale(): Promise<void> {
  const built = join(WEB_FOLDER, 'index.html');
  if (existsSync(built) && statSync(built).mtimeMs > newestSource()) return;
  await buildWeb();
}

function newestSource(): number {
  const files = SOURCE_FOLDERS.flatMap((folder) =>
    readdirSync(join(PROJECT_ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => statSync(join(item.parentPath, item.name)).mtimeMs),
  );
  return Math.max(...files);
}

/** What answering in the browser needs of the catalogue, apart from the matcher. */
function browserCatalogue({ entries, support, slots }: ReturnType<typeof compiled>): string {
  return JSON.stringify({ entries, support, slots });
}

function hashedName(name: string, content: string | Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH);
  return name.replace(/(\.\w+)$/, `.${hash}$1`);
}

/** The library's own viewer, with our document in place of its example. */
function copyDocs(folder: string): void {
  const library = join(PROJECT_ROOT, 'node_modules/swagger-ui-dist');
  const target = join(folder, 'docs');
  mkdirSync(target, { recursive: true });
  for (const name of ['swagger-ui.css', 'index.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'])
    cpSync(join(library, name), join(target, name));
  cpSync(join(PROJECT_ROOT, 'web/docs'), target, { recursive: true });
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const started = performance.now();
  await buildWeb();
  const kilobytes = gzipSync(readFileSync(join(WEB_FOLDER, 'widget.js')), { level: 9 }).length / 1000;
  console.log(
    `Built web/dist in ${((performance.now() - started) / 1000).toFixed(1)} s; widget.js is ${kilobytes.toFixed(1)} kB gzip.`,
  );
}
