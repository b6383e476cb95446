/** `npm run screenshots:maintainers`: pictures of the maintainers' page for the documentation, from made-up visitors. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchChromium } from '../tests/chromium.ts';
import { buildWebWhenStale, WEB_FOLDER } from './build-web.ts';
import { startLocalServer } from './local-server.ts';
import { PROJECT_ROOT } from './read-content.ts';
import { addSampleActivity } from './sample-activity.ts';

const FOLDER = join(PROJECT_ROOT, 'docs/screenshots');
const DESK = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 } };
const PICTURES: readonly (readonly [name: string, hash: string, options: BrowserContextOptions])[] = [
  ['maintainers-overview', '#/overview?days=7', { ...DESK, colorScheme: 'light', locale: 'en-GB' }],
  ['maintainers-unanswered', '#/unanswered?days=7', { ...DESK, colorScheme: 'dark', locale: 'nl-NL' }],
  ['maintainers-phone', '#/entries?days=7', { ...PHONE, colorScheme: 'light', locale: 'zh-CN' }],
  ['maintainers-try', '#/try?q=waar+vind+ik+mijn+pukcode', { ...DESK, colorScheme: 'light', locale: 'en-GB' }],
];

const settings = { port: 0, host: '127.0.0.1', requestsPerMinute: 0, version: 'sample', webFolder: WEB_FOLDER };
await buildWebWhenStale();
const [server, browser] = await Promise.all([startLocalServer(settings, () => {}), launchChromium()]);
try {
  await addSampleActivity(server.database);
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, hash, options] of PICTURES) await takePicture(browser, name, hash, options);
} finally {
  await browser.close();
  await server.close();
}

async function takePicture(from: Browser, name: string, hash: string, options: BrowserContextOptions): Promise<void> {
  const context = await from.newContext({ ...options, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${server.address}/maintainers/${hash}`);
  await page.locator('input[name=token]').fill(server.adminToken);
  await page.locator('form button').click();
  await page.locator('main .loaded[aria-busy=false]').waitFor();
  if (hash.startsWith('#/overview')) await page.locator('.chart svg').nth(1).waitFor();
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  console.log(`docs/screenshots/${name}.png`);
  await context.close();
}
