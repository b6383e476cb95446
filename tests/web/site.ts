/** The whole product with a browser in front of it, for tests of what a visitor sees. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { WEB_FOLDER } from '../../tools/build-web.ts';
import { type SignIn, startLocalServer } from '../../tools/local-server.ts';
import { launchChromium } from '../chromium.ts';

export const MAINTAINERS_TOKEN = 'a-token-for-tests-only';
/** A step that takes longer than this never comes. */
const PATIENCE_MS = 10_000;
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true } as const;

export interface Visit {
  readonly page: Page;
  /** The page's chat. */
  readonly chat: Locator;
  readonly input: Locator;
  /** The newest reply. */
  readonly latest: Locator;
  /** Errors of scripts, and what the content security policy refused. */
  readonly problems: string[];
  /** Paths asked of the API. */
  readonly calls: string[];
  ask(question: string): Promise<void>;
}

export interface Site {
  readonly address: string;
  readonly browser: Browser;
  visit(path: string, options?: BrowserContextOptions): Promise<Visit>;
  /** What maintainers are sent when they look, as JSON. */
  maintainersSee(what: 'tickets' | 'feedback'): Promise<string>;
  close(): Promise<void>;
}

/** Starts the product in memory and a browser. Maintainers sign in with the token, or as given; `now` is the server's clock. */
export async function openSite(maintainers?: SignIn, now = () => new Date()): Promise<Site> {
  const settings = {
    ...{ port: 0, host: '127.0.0.1', requestsPerMinute: 0, version: 'test' },
    ...{ webFolder: WEB_FOLDER, adminToken: MAINTAINERS_TOKEN, now },
  };
  const [server, browser] = await Promise.all([startLocalServer(settings, () => {}, maintainers), launchChromium()]);
  return {
    address: server.address,
    browser,
    async visit(path, options = {}) {
      const context = await browser.newContext({ baseURL: server.address, locale: 'en-GB', ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      const visit = watched(page);
      await page.goto(path);
      return visit;
    },
    async maintainersSee(what) {
      const headers = { authorization: `Bearer ${MAINTAINERS_TOKEN}` };
      return (await fetch(`${server.address}/v1/admin/${what}`, { headers })).text();
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Keeps what is asked of an address waiting; returns what lets it go. */
export async function hold(page: Page, address: string): Promise<() => void> {
  let letGo = () => {};
  const waiting = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(address, async (route) => {
    await waiting;
    await route.continue();
  });
  return letGo;
}

function watched(page: Page): Visit {
  const problems: string[] = [];
  const calls: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (line) => {
    if (line.text().includes('Content Security Policy')) problems.push(line.text());
  });
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/v1/')) calls.push(`${request.method()} ${pathname}`);
  });
  const chat = page.locator('simtolk-chat[inline]');
  const input = chat.locator('.composer textarea');
  const latest = chat.locator('[role=log] > ol > li.bot').last();
  return {
    ...{ page, chat, input, latest, problems, calls },
    async ask(question) {
      const replies = await chat.locator('li.bot').count();
      await input.fill(question);
      await input.press('Enter');
      await chat.locator('li.bot').nth(replies).waitFor();
    },
  };
}
