/** `npm run screenshots`: the pictures of the README, of the whole product in a real browser. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { buildWebWhenStale, WEB_FOLDER } from './build-web.ts';
import { chromiumPath } from './chromium-path.ts';
import { startLocalServer } from './local-server.ts';
import { PROJECT_ROOT } from './read-content.ts';

const FOLDER = join(PROJECT_ROOT, 'docs/screenshots');
/** A Wednesday afternoon: everybody can be reached. */
const OFFICE_HOURS = new Date('2026-11-25T14:00:00Z');
const PHONE = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 1.5, isMobile: true, hasTouch: true };
const DESK = { viewport: { width: 1180, height: 760 } };
const DARK = { colorScheme: 'dark' } as const;

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly options: BrowserContextOptions;
  readonly show?: (page: Page) => Promise<void>;
}

const asks =
  (question: string, ticked = 0) =>
  async (page: Page) => {
    const chat = page.locator('simtolk-chat[inline]');
    await chat.locator('textarea').fill(question);
    await chat.locator('textarea').press('Enter');
    await chat.locator('[role=log] .bot').waitFor();
    for (let step = 0; step < ticked; step += 1) await chat.getByRole('checkbox').nth(step).check();
  };

const PICTURES: readonly Picture[] = [
  { name: 'en-phone', path: '/en/', options: PHONE },
  { name: 'zh-phone', path: '/zh/', options: PHONE, show: asks('苹果手机怎么安装 eSIM', 2) },
  {
    name: 'zh-hant-phone-dark',
    path: '/zh-hant/',
    options: { ...PHONE, ...DARK },
    show: asks('蘋果手機怎麼安裝 eSIM', 2),
  },
  { name: 'nl-phone-dark', path: '/nl/', options: { ...PHONE, ...DARK }, show: asks('ik wil een medewerker spreken') },
  { name: 'nl-desk', path: '/nl/', options: DESK, show: asks('hoe installeer ik een esim op mijn iphone', 1) },
  { name: 'en-desk-dark', path: '/en/', options: { ...DESK, ...DARK }, show: asks('no internet after landing', 1) },
  { name: 'zh-desk', path: '/zh/', options: DESK, show: asks('我要找人工客服') },
  { name: 'en-faq-desk', path: '/faq/en/activate-iphone/', options: DESK },
];

await buildWebWhenStale();
mkdirSync(FOLDER, { recursive: true });
const settings = { port: 0, host: '127.0.0.1', requestsPerMinute: 0, version: 'pictures' };
const server = await startLocalServer({ ...settings, webFolder: WEB_FOLDER, now: () => OFFICE_HOURS }, () => {});
const browser = await chromium.launch({ executablePath: chromiumPath() });
for (const { name, path, options, show } of PICTURES) {
  const context = await browser.newContext({ baseURL: server.address, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(path, { waitUntil: 'networkidle' });
  await show?.(page);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), caret: 'hide' });
  await context.close();
  console.log(`docs/screenshots/${name}.png`);
}
await browser.close();
await server.close();
