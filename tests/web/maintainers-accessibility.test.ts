import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openView, shown, useSite } from './maintainers-page.ts';
import { openSite, type Site } from './site.ts';
import { violations } from './violations.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
  await useSite(site);
});
afterAll(() => site.close());

const VIEWS = ['unanswered', 'entries', 'feedback', 'tickets', 'try?q=waar+vind+ik+mijn+pukcode&'].map(
  (view) => `#/${view}${view.endsWith('&') ? '' : '?'}days=1`,
);
const DESK = { viewport: { width: 1280, height: 900 } };
const NARROW = { viewport: { width: 320, height: 640 } };

describe('accessibility of the maintainers’ page', () => {
  it.each([
    { locale: 'en-GB', colorScheme: 'light', ...DESK, views: VIEWS } as const,
    { locale: 'nl-NL', colorScheme: 'dark', ...NARROW, views: VIEWS } as const,
    { locale: 'zh-CN', colorScheme: 'light', ...NARROW, views: VIEWS.slice(-2) } as const,
    { locale: 'zh-TW', colorScheme: 'dark', ...DESK, views: VIEWS.slice(-2) } as const,
  ])('has nothing wrong in $locale, $colorScheme, $viewport.width pixels wide', async ({ views, ...options }) => {
    const visit = await site.visit('/maintainers/', { ...options, reducedMotion: 'reduce' });
    await visit.page.locator('input[name=token]').waitFor();
    expect(await violations(visit.page)).toEqual([]);
    await visit.page.context().close();
    const { page } = await openView(site, '#/overview?days=1', { ...options, reducedMotion: 'reduce' });
    await page.locator('.chart svg').nth(1).waitFor();
    const found: Record<string, string[]> = { overview: await violations(page) };
    for (const hash of views) {
      await page.evaluate((next) => {
        location.hash = next;
      }, hash);
      await page.locator(`nav a[aria-current][href^="${hash.split('?')[0]}"]`).waitFor();
      await shown({ page });
      found[hash] = await violations(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([hash, width <= options.viewport.width]).toEqual([hash, true]);
    }
    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
  });
});

describe('the keyboard alone', () => {
  it('signs in, changes the view, which is announced by its focus, and copies a phrasing', async () => {
    const { page } = await site.visit('/maintainers/#/overview?days=1', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('input[name=token]').focus();
    await page.keyboard.type('a-token-for-tests-only');
    await page.keyboard.press('Enter');
    await shown({ page });
    await page.getByRole('link', { name: 'Unanswered' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Unanswered', level: 1 }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    const copy = page.getByRole('button', { name: 'Copy phrasing' }).first();
    await copy.waitFor();
    for (let presses = 0; presses < 30; presses += 1) {
      if (await copy.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
  });

  it('skips to the content without losing the view', async () => {
    const { page } = await openView(site, '#/entries?days=1');
    await page.getByRole('link', { name: 'Skip to the content' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    expect(page.url()).toContain('#/entries');
  });
});
