import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '../../functions/catalogue/catalogue.ts';
import { WEB_FOLDER } from '../../tools/build-web.ts';
import { startService } from '../after-sales/service.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const file = (path: string) => readFileSync(join(WEB_FOLDER, path), 'utf8');
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(site.address + path, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' });

describe('without JavaScript', () => {
  const plain = { javaScriptEnabled: false };

  it.each([
    ['nl', 'waar vind ik mijn pukcode', 'puk'],
    ['en', 'where do I find my PUK code', 'PUK'],
    ['zh', 'PUK 码在哪里', 'PUK'],
    ['zh-Hant', 'PUK 碼在哪裡', 'PUK'],
  ])('a question in %s on the home page leads to its answer', async (locale, question, word) => {
    const { page } = await site.visit(`/${locale.toLowerCase()}/`, plain);
    await page.getByRole('searchbox').fill(question);
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL(`**/faq/${locale.toLowerCase()}/**`);
    expect((await page.getByRole('heading', { level: 1 }).textContent())?.toLowerCase()).toContain(word.toLowerCase());
    expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    await page.context().close();
  });

  it('shows answer, steps and related questions, and the same page in the other languages', async () => {
    const { page } = await site.visit('/faq/nl/activate-iphone/', plain);
    expect(await page.locator('.steps li').count()).toBeGreaterThan(2);
    expect(await page.locator('.related a').count()).toBeGreaterThan(0);
    await page.getByRole('navigation', { name: 'Taal' }).getByRole('link', { name: 'English' }).click();
    expect(new URL(page.url()).pathname).toBe('/faq/en/activate-iphone/');
    await page.context().close();
  });

  it('leaves out on paper what cannot be pressed there', async () => {
    const { page } = await site.visit('/faq/en/activate-iphone/');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.steps li').first().isVisible()).toBe(true);
    for (const selector of ['.languages', '.search', 'simtolk-chat', '.bottom'])
      expect([selector, await page.locator(selector).first().isVisible()]).toEqual([selector, false]);
    await page.context().close();
  });
});

describe('search engines', () => {
  it.each(LOCALES)('read question, answer and steps of every entry in %s as data', (locale) => {
    const list = file(`faq/${locale.toLowerCase()}/index.html`);
    const ids = [...list.matchAll(/href="\/faq\/[\w-]+\/([\w-]+)\/" data-ask/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(70);
    for (const id of ids) {
      const page = file(`faq/${locale.toLowerCase()}/${id}/index.html`);
      const data = JSON.parse(/<script type="application\/ld\+json">(.+?)<\/script>/.exec(page)?.[1] ?? '{}');
      expect([data['@type'], data.inLanguage, data.mainEntity.length]).toEqual(['FAQPage', locale, 1]);
      const [{ name, acceptedAnswer }] = data.mainEntity;
      expect(name.length).toBeGreaterThan(3);
      expect(acceptedAnswer.text).not.toMatch(/\*\*|<\w/);
    }
  });

  it('find one address for each page, its other languages, and all of them in the site map', () => {
    const page = file('faq/zh-hant/activate-iphone/index.html');
    expect(/rel="canonical" href="([^"]+)"/.exec(page)?.[1]).toMatch(/\/faq\/zh-hant\/activate-iphone\/$/);
    const alternates = [...page.matchAll(/hreflang="([\w-]+)" href="https?:\/\/[^"/]+(\/[^"]+)"/g)];
    expect(Object.fromEntries(alternates.map(([, tag, path]) => [tag, path]))).toEqual({
      'zh-Hans': '/faq/zh/activate-iphone/',
      'zh-Hant': '/faq/zh-hant/activate-iphone/',
      en: '/faq/en/activate-iphone/',
      nl: '/faq/nl/activate-iphone/',
      'x-default': '/faq/en/activate-iphone/',
    });
    const addresses = [...file('sitemap.xml').matchAll(/<loc>https?:\/\/[^/]+(\/[^<]*)<\/loc>/g)].map(
      ([, path]) => path,
    );
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const address of addresses) expect(file(`${address?.slice(1)}index.html`)).toContain('<link rel="canonical"');
  });
});

describe('an address that is none', () => {
  it.each([
    ['nl-NL', 'nl'],
    ['zh-CN', 'zh'],
    ['zh-TW', 'zh-Hant'],
    ['en-GB', 'en'],
    ['fr-FR', 'en'],
  ])('is answered with 404 and a page for %s in %s', async (accepted, locale) => {
    const response = await get('/nowhere/', { 'accept-language': accepted });
    const body = await response.text();
    expect(response.status).toBe(404);
    expect(body).toContain(`<html lang="${locale}">`);
    expect(body).toContain('noindex');
  });

  it.each([
    ['/faq/nl/no-such-entry/', 'nl'],
    ['/zh-hant/nothing/index.html', 'zh-Hant'],
  ])('is answered by the API too, which stands behind the files in the cloud: %s', async (path, locale) => {
    const { app, close } = await startService();
    // A page, not a reply that the API's document describes.
    const response = await app.fetch(new Request(`http://localhost${path}`, { headers: { accept: 'text/html' } }));
    expect(response.status).toBe(404);
    expect(await response.text()).toContain(`<html lang="${locale}">`);
    await close();
  });
});

describe('what browsers keep', () => {
  it('is every file with a hash in its name, for a year, compressed; and no page without asking', async () => {
    const home = await get('/en/', { 'accept-encoding': 'gzip' });
    expect(home.headers.get('cache-control')).toBe('no-cache');
    const assets = [...(await home.text()).matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(assets.length).toBeGreaterThanOrEqual(3);
    for (const path of assets) {
      expect(path).toMatch(/\.[0-9a-f]{10}\.(js|css)$/);
      const { headers } = await get(path, { 'accept-encoding': 'gzip' });
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
    const script = await get(assets.find((path) => path.includes('widget')) ?? '', { 'accept-encoding': 'gzip' });
    expect(script.headers.get('content-encoding')).toBe('gzip');
  });
});
