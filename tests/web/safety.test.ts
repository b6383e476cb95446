import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './site.ts';

const ATTACK = '<img src=x onerror="window.attacked=1"><script>window.attacked=1</script>';
let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const attacked = () => 'attacked' in window;

describe('what a visitor types', () => {
  it('is shown as text, whatever it is', async () => {
    const { page, chat, ask, problems } = await site.visit('/en/');
    await ask(ATTACK);
    expect(await chat.locator('.visitor p').textContent()).toBe(ATTACK);
    expect(await chat.locator('img').count()).toBe(0);
    await page.reload();
    await chat.getByText(ATTACK).waitFor();
    expect(await page.evaluate(attacked)).toBe(false);
    expect(problems).toEqual([]);
  });

  it('is only filled in when it comes with the address, and nothing is asked', async () => {
    const { page, input, problems, calls } = await site.visit(`/en/?q=${encodeURIComponent(ATTACK)}`);
    await page.waitForFunction((text) => {
      const chat = document.querySelector('simtolk-chat');
      return chat?.shadowRoot?.querySelector('textarea')?.value === text;
    }, ATTACK);
    expect(await input.inputValue()).toBe(ATTACK);
    expect(await page.evaluate(attacked)).toBe(false);
    expect(calls).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('is shown as text by the search without JavaScript', async () => {
    const response = await fetch(
      `${site.address}/faq/search?locale=en&q=${encodeURIComponent(`purple elephants ${ATTACK}`)}`,
    );
    const body = await response.text();
    expect(body).toContain('&lt;img src=x');
    expect(body).not.toContain('<img src=x');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('the text of an answer', () => {
  it('keeps its Markdown and loses scripts, pictures, handlers and unsafe links', async () => {
    const { page, latest, ask, problems } = await site.visit('/en/');
    await page.route('**/v1/messages', async (route) => {
      const response = await route.fetch();
      const reply = await response.json();
      reply.entry.question = ATTACK;
      reply.entry.answer = `**bold** ${ATTACK} <b onclick="window.attacked=1">old</b> [good](https://example.com) [bad](javascript:window.attacked=1) ![p](https://example.com/p.png)`;
      reply.entry.steps = [`\`code\` ${ATTACK}`, '<svg onload="window.attacked=1"></svg>'];
      reply.entry.links = [{ title: 'bad', url: 'javascript:window.attacked=1' }];
      await route.fulfill({ response, json: reply });
    });
    await ask('how do I install my esim on an iphone');
    await latest.locator('.text strong', { hasText: 'bold' }).waitFor();
    expect(await latest.locator('h2').textContent()).toBe(ATTACK);
    expect(await latest.locator('.text :is(img, script, b, svg)').count()).toBe(0);
    expect(await latest.locator('.steps :is(img, script, svg)').count()).toBe(0);
    expect(await latest.locator('[onclick], [onerror], [onload], a[href^="javascript"]').count()).toBe(0);
    const good = latest.getByRole('link', { name: 'good' });
    expect(await good.getAttribute('rel')).toBe('noopener');
    expect(await page.evaluate(attacked)).toBe(false);
    expect(problems).toEqual([]);
  });
});

describe('before the visitor acts', () => {
  it('nothing is stored, and nothing is asked of the API or of others', async () => {
    const context = await site.browser.newContext({ locale: 'nl-NL' });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${site.address}/nl/`, { waitUntil: 'networkidle' });
    await page.locator('simtolk-chat').locator('textarea').waitFor();
    expect(asked.filter((url) => url.includes('/v1/') || !url.startsWith(site.address))).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
    expect(await context.cookies()).toEqual([]);
  });
});

describe('the content security policy', () => {
  it.each(['/en/', '/faq/nl/', '/faq/zh/activate-iphone/', '/about/en/', '/embed/', '/nowhere'])(
    'of %s allows nothing inline, and the page breaks no rule of it',
    async (path) => {
      const { page, problems } = await site.visit(path);
      const response = await page.request.get(path);
      const policy = response.headers()['content-security-policy'] ?? '';
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(problems).toEqual([]);
    },
  );
});

describe('the documentation of the API', () => {
  it('is shown from our own files alone', async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    const elsewhere: string[] = [];
    page.on(
      'request',
      (request) =>
        request.url().startsWith(site.address) || request.url().startsWith('data:') || elsewhere.push(request.url()),
    );
    await page.goto(`${site.address}/docs/`);
    await page.getByText('/v1/messages').first().waitFor();
    expect(elsewhere).toEqual([]);
  });
});
