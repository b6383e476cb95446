/** `npm run bench:page`: how fast the page is on a slow phone, measured in Chromium with its network and processor throttled. */
import { type Browser, chromium } from 'playwright-core';
import { buildWebWhenStale, WEB_FOLDER } from './build-web.ts';
import { chromiumPath } from './chromium-path.ts';
import { startLocalServer } from './local-server.ts';
import { measureVisit, type Visit } from './measure-visit.ts';

const RUNS = 5;
const PAGES = [
  { path: '/en/', question: 'how do I install my esim on an iphone' },
  { path: '/nl/', question: 'hoe installeer ik een esim op mijn iphone' },
  { path: '/zh/', question: '苹果手机怎么安装 eSIM' },
  { path: '/zh-hant/', question: '蘋果手機怎麼安裝 eSIM' },
  { path: '/faq/en/activate-iphone/' },
] as const;

const COLUMNS: readonly [title: string, of: (visit: Visit) => number | undefined][] = [
  ['first paint, ms', ({ firstPaintMs }) => firstPaintMs],
  ['interactive, ms', ({ interactiveMs }) => interactiveMs],
  ['answer after reply, ms', ({ answerMs }) => answerMs],
  ['layout shift', ({ layoutShift }) => layoutShift],
  ['kB sent', ({ sentKilobytes }) => sentKilobytes],
];

await buildWebWhenStale();
const settings = { port: 0, host: '127.0.0.1', requestsPerMinute: 0, version: 'bench', webFolder: WEB_FOLDER };
const server = await startLocalServer(settings, () => {});
const browser = await chromium.launch({ executablePath: chromiumPath() });
console.log(`Chromium ${browser.version()}, median (worst) of ${RUNS} visits with an empty cache.\n`);
console.log(`| page | ${COLUMNS.map(([title]) => title).join(' | ')} |`);
console.log(`| --- | ${COLUMNS.map(() => '--:').join(' | ')} |`);
for (const page of PAGES) console.log(`| ${page.path} | ${(await row(browser, page)).join(' | ')} |`);
await browser.close();
await server.close();

async function row(browser: Browser, page: { path: string; question?: string }): Promise<string[]> {
  const visits: Visit[] = [];
  for (let run = 0; run < RUNS; run += 1) visits.push(await measureVisit(browser, server.address, page));
  return COLUMNS.map(([, of]) => summary(visits.flatMap((visit) => of(visit) ?? [])));
}

function summary(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const [middle, worst] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  if (middle === undefined || worst === undefined) return '';
  const short = (value: number) => String(Number(value.toFixed(value < 1 ? 4 : 0)));
  return middle === worst ? short(middle) : `${short(middle)} (${short(worst)})`;
}
