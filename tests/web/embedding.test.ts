import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WEB_FOLDER } from '../../tools/build-web.ts';
import { PROJECT_ROOT } from '../../tools/read-content.ts';
import type { SimtolkChatElement } from '../../web/widget/simtolk-chat-element.ts';
import { openSite, type Site } from './site.ts';

const MOST_BYTES = 20_000;
const IPHONE = 'how do I install my esim on an iphone';
const snippet = readFileSync(join(WEB_FOLDER, 'embed/index.html'), 'utf8');
const integrity = /integrity=&quot;(sha384-[\w+/=]+)&quot;/.exec(snippet)?.[1] ?? '';
const hashed = /assets\/widget\.\w+\.js/.exec(snippet)?.[0] ?? '';

let site: Site;
let elsewhere: Server;
beforeAll(async () => {
  site = await openSite();
  elsewhere = createServer((request, response) => {
    const body = decodeURIComponent(request.url?.split('?')[1] ?? '');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${site.address}; connect-src ${site.address}`,
    );
    response.end(`<!doctype html><html lang="nl"><title>Elders</title><main>${body}</main>`);
  }).listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
});
afterAll(async () => {
  elsewhere.close();
  await site.close();
});

/** A page of somebody else, under a policy that allows our address and nothing inline. */
async function pageElsewhere(body: string): Promise<{ page: Page; problems: string[] }> {
  const { port } = elsewhere.address() as AddressInfo;
  const page = await site.browser.newPage();
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
  await page.goto(`http://127.0.0.1:${port}/?${encodeURIComponent(body)}`);
  return { page, problems };
}

const script = (more = '') => `<script src="${site.address}/widget.js" ${more} defer></script>`;

describe('the widget on a page of somebody else', () => {
  it('weighs at most 20 kB, everything that every visitor loads included', () => {
    expect(gzipSync(readFileSync(join(WEB_FOLDER, 'widget.js')), { level: 9 }).length).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('runs under a strict policy by the snippet with its integrity, in the language of the page', async () => {
    const tag = `<script src="${site.address}/${hashed}" integrity="${integrity}" crossorigin="anonymous" defer></script>`;
    const { page, problems } = await pageElsewhere(`${tag}<simtolk-chat></simtolk-chat>`);
    await page.getByRole('button', { name: 'Open de eSIM-hulp' }).click();
    await page.getByRole('dialog').getByText('Bellen en internet').waitFor();
    expect(problems).toEqual([]);
    await page.close();
  });

  it('does not run when its integrity does not hold', async () => {
    const { page } = await pageElsewhere(
      `<script src="${site.address}/${hashed}" integrity="sha384-${'A'.repeat(64)}" crossorigin="anonymous"></script>`,
    );
    expect(await page.evaluate(() => customElements.get('simtolk-chat') === undefined)).toBe(true);
    await page.close();
  });

  it('may be loaded twice', async () => {
    const { page, problems } = await pageElsewhere(
      `${script()}${script('id="second"')}<simtolk-chat locale="en" inline></simtolk-chat>`,
    );
    await page.getByRole('textbox').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(1);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('takes over the properties that were set before its script ran', async () => {
    const { page } = await pageElsewhere('<simtolk-chat></simtolk-chat>');
    await page.evaluate(async (src) => {
      Object.assign(document.querySelector('simtolk-chat') ?? {}, { locale: 'zh-TW', inline: true, theme: 'dark' });
      const tag = Object.assign(document.createElement('script'), { src });
      document.head.append(tag);
      await customElements.whenDefined('simtolk-chat');
    }, `${site.address}/widget.js`);
    const chat = page.locator('simtolk-chat');
    expect(await chat.evaluate((element) => element.outerHTML)).toContain('locale="zh-TW" inline="" theme="dark"');
    expect(await chat.locator('.panel').getAttribute('lang')).toBe('zh-Hant');
    await page.close();
  });
});

describe('what a page may do with the widget', () => {
  it('is told by events what is asked, answered and handed over', async () => {
    const { page, chat } = await site.visit('/en/');
    const heard = await chat.evaluate(async (element, question) => {
      const widget = element as SimtolkChatElement;
      const names: string[] = [];
      for (const name of ['message', 'answer', 'handoff'] as const)
        document.addEventListener(name, ({ type }) => names.push(type));
      await widget.ask(question);
      await widget.ask('I want to talk to a human');
      const { conversationId, isOpen, locale } = widget;
      return { names, hasConversation: Boolean(conversationId), isOpen, locale };
    }, IPHONE);
    expect(heard).toEqual({
      names: ['message', 'answer', 'message', 'answer', 'handoff'],
      hasConversation: true,
      isOpen: true,
      locale: 'en',
    });
    const feedback = chat.evaluate(
      (element) =>
        new Promise((resolve) => {
          (element as SimtolkChatElement).addEventListener('feedback', ({ detail }) => resolve(detail.helpful));
        }),
    );
    await chat.getByRole('button', { name: 'Yes' }).first().click();
    expect(await feedback).toBe(true);
    await page.close();
  });

  it('opens, fills in, closes and clears it by methods', async () => {
    const { page } = await site.visit('/faq/nl/');
    const chat = page.locator('simtolk-chat');
    const call = (name: 'open' | 'close' | 'clear') =>
      chat.evaluate((element, method) => (element as SimtolkChatElement)[method](), name);
    await call('open');
    await chat.evaluate((element) => (element as SimtolkChatElement).draft('waar is mijn pukcode'));
    expect(await chat.getByRole('textbox').inputValue()).toBe('waar is mijn pukcode');
    await chat.getByRole('textbox').press('Enter');
    await chat.locator('.bot h2').waitFor();
    await call('clear');
    expect(await chat.locator('.visitor').count()).toBe(0);
    await call('close');
    await chat.getByRole('button', { name: 'Open de eSIM-hulp' }).waitFor();
    await page.close();
  });

  it('colours it by custom properties and shapes it by parts', async () => {
    const { page } = await site.visit('/embed/');
    const harbour = page.locator('simtolk-chat#harbour');
    const style = (selector: string, name: 'backgroundColor' | 'borderRadius') =>
      harbour
        .locator(selector)
        .first()
        .evaluate((element, property) => getComputedStyle(element)[property], name);
    expect(await style('.send', 'backgroundColor')).toBe('rgb(29, 78, 137)');
    expect(await style('[part=topic]', 'borderRadius')).toBe('6px');
    await page.close();
  });

  it('shows each event on the page of examples, which keeps every example its own conversation', async () => {
    const { page, problems } = await site.visit('/embed/');
    await page.getByRole('button', { name: '怎麼在 iPhone 上安裝 eSIM？' }).click();
    await page
      .locator('#events')
      .getByText(/message .*\nanswer /)
      .waitFor();
    await page.reload();
    expect(await page.locator('simtolk-chat#inline').locator('.visitor').count()).toBe(1);
    expect(await page.locator('simtolk-chat#harbour').locator('.visitor').count()).toBe(0);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('is typed: what the shipped declarations allow compiles, and nothing else', () => {
    const folder = mkdtempSync(join(tmpdir(), 'simtolk-types-'));
    const declarations = readFileSync(join(WEB_FOLDER, 'widget.d.ts'), 'utf8');
    writeFileSync(join(folder, 'widget.d.ts'), declarations);
    writeFileSync(
      join(folder, 'use.ts'),
      `import type { SimtolkAnswer } from './widget.d.ts';
       const chat = document.querySelector('simtolk-chat');
       chat?.addEventListener('answer', ({ detail }) => { const answer: SimtolkAnswer = detail; answer.kind; });
       chat?.addEventListener('click', () => chat.open());
       if (chat) { chat.locale = 'zh-TW'; chat.inline = true; chat.ask('hello').then(() => chat.conversationId); }
       // @ts-expect-error the conversation's id is the server's
       if (chat) chat.conversationId = 'mine';
       // @ts-expect-error a question is a text
       chat?.ask(1);
       // @ts-expect-error feedback has no such field
       chat?.addEventListener('feedback', ({ detail }) => detail.stars);
      `,
    );
    const tsc = join(PROJECT_ROOT, 'node_modules/typescript/bin/tsc');
    const options = ['--strict', '--noEmit', '--target', 'es2022', '--lib', 'es2022,dom', '--types', ''];
    const run = () =>
      execFileSync(process.execPath, [tsc, ...options, '--allowImportingTsExtensions', 'use.ts'], { cwd: folder });
    expect(run).not.toThrow();
    rmSync(folder, { recursive: true });
  });
});
