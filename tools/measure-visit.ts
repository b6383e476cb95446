/** One visit on a slow phone, measured by the browser's own clocks. */
import type { Browser, Page } from 'playwright-core';

/** What Lighthouse calls slow 4G: 1.6 Mb/s down, 750 kb/s up, and 150 ms until an answer begins. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 750_000 / 8 };
/** A phone of the middle class, by Lighthouse. */
const CPU_SLOWDOWN = 4;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** Without a long task for as long as this, the page is quiet. */
const QUIET_MS = 1000;

export interface Visit {
  /** First contentful paint. */
  readonly firstPaintMs: number;
  /** The widget is there, and no long task comes any more. */
  readonly interactiveMs: number;
  /** From the last byte of the reply to the frame that shows the answer. */
  readonly answerMs?: number;
  /** Cumulative, the answer included. */
  readonly layoutShift: number;
  /** Until the page is quiet, compressed. */
  readonly sentKilobytes: number;
}

/** Opens a page with an empty cache, asks its question if it has one, and returns what it took. */
export async function measureVisit(
  browser: Browser,
  address: string,
  { path, question }: { readonly path: string; readonly question?: string },
): Promise<Visit> {
  const context = await browser.newContext({ ...PHONE, locale: 'en-GB', baseURL: address });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  let sentBytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    sentBytes += encodedDataLength;
  });
  await page.addInitScript(watchLoading);
  await page.goto(path);
  const loading = await page.evaluate(loadingFigures, QUIET_MS);
  const sentKilobytes = sentBytes / 1000;
  const answerMs = question === undefined ? undefined : await timeAnswer(page, question);
  const layoutShift = await page.evaluate(() => window.simtolkWatch.layoutShift);
  await context.close();
  return { ...loading, layoutShift, sentKilobytes, ...(answerMs !== undefined && { answerMs }) };
}

declare global {
  interface Window {
    simtolkWatch: { layoutShift: number; lastLongTaskEnd: number; widgetReady: number };
  }
}

function watchLoading(): void {
  const watch = { layoutShift: 0, lastLongTaskEnd: 0, widgetReady: 0 };
  window.simtolkWatch = watch;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if ('value' in entry && 'hadRecentInput' in entry && !entry.hadRecentInput)
        watch.layoutShift += Number(entry.value);
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) watch.lastLongTaskEnd = startTime + duration;
  }).observe({ type: 'longtask', buffered: true });
  customElements.whenDefined('simtolk-chat').then(() => {
    watch.widgetReady = performance.now();
  });
}

async function loadingFigures(quietMs: number) {
  await customElements.whenDefined('simtolk-chat');
  const watch = window.simtolkWatch;
  while (performance.now() < Math.max(watch.widgetReady, watch.lastLongTaskEnd) + quietMs)
    await new Promise((resolve) => setTimeout(resolve, quietMs / 10));
  const firstPaintMs = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
  return { firstPaintMs, interactiveMs: Math.max(watch.widgetReady, watch.lastLongTaskEnd, firstPaintMs) };
}

async function timeAnswer(page: Page, question: string): Promise<number> {
  const shown = page.evaluate(async () => {
    const log = document.querySelector('simtolk-chat')?.shadowRoot?.querySelector('[role=log]');
    if (!log) throw new Error('There is no chat on this page.');
    await new Promise<void>((resolve) => {
      new MutationObserver((_, observer) => {
        if (!log.querySelector('.bot')) return;
        observer.disconnect();
        resolve();
      }).observe(log, { childList: true, subtree: true });
    });
    // A task that starts from a frame's callback runs when that frame is drawn.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now();
  });
  await page.locator('simtolk-chat textarea').focus();
  await page.keyboard.type(question);
  await page.locator('simtolk-chat textarea').press('Enter');
  const shownAt = await shown;
  const replyEnd = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .flatMap((entry) =>
        entry.name.endsWith('/v1/messages') && 'responseEnd' in entry ? Number(entry.responseEnd) : [],
      ),
  );
  return shownAt - Math.max(...replyEnd);
}
