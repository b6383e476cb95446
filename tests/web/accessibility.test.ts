import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './site.ts';
import { violations } from './violations.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const QUESTIONS = {
  en: {
    answer: 'how do I install my esim on an iphone',
    suggestions: 'esim',
    fallback: 'purple elephant recipe',
    handoff: 'I want to talk to a human',
    smalltalk: 'hello',
  },
  nl: {
    answer: 'hoe installeer ik een esim op mijn iphone',
    suggestions: 'esim',
    fallback: 'recept voor paarse olifanten',
    handoff: 'ik wil een medewerker spreken',
    smalltalk: 'hallo',
  },
  zh: {
    answer: '苹果手机怎么安装 eSIM',
    suggestions: 'eSIM',
    fallback: '紫色大象怎么做菜',
    handoff: '转人工',
    smalltalk: '你好',
  },
  'zh-Hant': {
    answer: '蘋果手機怎麼安裝 eSIM',
    suggestions: 'eSIM',
    fallback: '紫色大象怎麼做菜',
    handoff: '轉人工',
    smalltalk: '你好',
  },
} as const;
const CASES = Object.entries(QUESTIONS).flatMap(([locale, questions]) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ locale, colorScheme, questions })),
);

describe('accessibility', () => {
  it.each(CASES)(
    'finds nothing wrong in $locale, $colorScheme, at the start and after each kind of reply',
    async ({ locale, colorScheme, questions }) => {
      const { page, chat, latest, ask } = await site.visit(`/${locale.toLowerCase()}/`, {
        colorScheme,
        reducedMotion: 'reduce',
      });
      const found: Record<string, string[]> = { start: await violations(page) };
      for (const [kind, question] of Object.entries(questions)) {
        await ask(question);
        found[kind] = await violations(page);
      }
      await chat.locator('.thumb').first().click();
      await chat.locator('.stars').waitFor();
      await chat.locator('.people + * .primary, .people ~ p .primary').first().click();
      await chat.locator('form.request').waitFor();
      found.forms = await violations(page);
      expect(await latest.count()).toBe(1);
      expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
      await page.context().close();
    },
  );

  it.each(['light', 'dark'] as const)('finds nothing wrong in the static pages, %s', async (colorScheme) => {
    for (const path of [
      '/faq/nl/',
      '/faq/en/activate-iphone/',
      '/about/zh/',
      '/nowhere',
      '/faq/search?locale=en&q=purple+elephant',
    ]) {
      const { page } = await site.visit(path, { colorScheme });
      expect([path, await violations(page)]).toEqual([path, []]);
      await page.context().close();
    }
  });

  it.each(['light', 'dark'] as const)(
    'finds nothing wrong in the floating widget, open and closed, %s',
    async (colorScheme) => {
      const { page } = await site.visit('/embed/', { colorScheme });
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Open de eSIM-hulp' }).click();
      await page.getByRole('dialog').waitFor();
      expect(await violations(page)).toEqual([]);
    },
  );
});

describe('the keyboard alone', () => {
  it('reaches the question, asks it, ticks a step and deletes the conversation', async () => {
    const { page, chat, input, latest } = await site.visit('/en/');
    const tabUntil = async (isThere: () => Promise<boolean>) => {
      for (let presses = 0; presses < 60 && !(await isThere()); presses += 1) await page.keyboard.press('Tab');
    };
    const has = (name: string) => () =>
      page.evaluate((wanted) => {
        const active = document.activeElement?.shadowRoot?.activeElement;
        return (active?.textContent ?? '').includes(wanted) || active?.tagName === wanted;
      }, name);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to your question');
    await tabUntil(has('TEXTAREA'));
    await page.keyboard.type('how do I install my esim on an iphone');
    await page.keyboard.press('Enter');
    await latest.getByRole('heading').first().waitFor();
    expect(
      await input.evaluate((element) => element.getRootNode() instanceof ShadowRoot && element.matches(':focus')),
    ).toBe(true);
    await page.keyboard.press('Shift+Tab');
    await latest.getByRole('checkbox').first().focus();
    await page.keyboard.press('Space');
    expect(await latest.getByRole('checkbox').first().isChecked()).toBe(true);
    await chat.getByRole('button', { name: 'Delete conversation' }).focus();
    await page.keyboard.press('Enter');
    await chat.locator('.welcome').waitFor();
  });

  it('closes the floating widget with Escape and gives the focus back to its button', async () => {
    const { page } = await site.visit('/embed/');
    const launcher = page.getByRole('button', { name: 'Open de eSIM-hulp' });
    await launcher.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await launcher.waitFor();
    expect(await launcher.evaluate((element) => element.matches(':focus'))).toBe(true);
  });
});

describe('small screens and large text', () => {
  it.each([
    ['320 pixels wide', { width: 320, height: 640 }],
    ['a desktop at 200 % zoom', { width: 640, height: 400 }],
  ])('need no scrolling sideways: %s', async (_, viewport) => {
    for (const path of ['/en/', '/nl/', '/zh-hant/', '/faq/nl/activate-iphone/']) {
      const { page, input, ask } = await site.visit(path, { viewport });
      if (await input.count()) await ask('human please');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
      await page.context().close();
    }
  });
});
