import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hold, openSite, PHONE, type Site } from './site.ts';
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

  it.each(CASES)(
    'finds nothing wrong in the floating widget in $locale, $colorScheme, open and closed, after each kind of reply',
    async ({ locale, colorScheme, questions }) => {
      const { page } = await site.visit(`/about/${locale.toLowerCase()}/`, { colorScheme, reducedMotion: 'reduce' });
      const chat = page.locator('simtolk-chat');
      const found: Record<string, string[]> = { closed: await violations(page) };
      for (const [kind, question] of Object.entries(questions)) {
        const replies = await chat.locator('li.bot').count();
        await chat.locator('.launcher').click();
        await chat.locator('textarea').fill(question);
        await chat.locator('textarea').press('Enter');
        await chat.locator('li.bot').nth(replies).waitFor();
        found[`${kind}, open`] = await violations(page, 'simtolk-chat');
        await chat.locator('.close').click();
        found[`${kind}, closed`] = await violations(page, 'simtolk-chat');
      }
      expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
      await page.context().close();
    },
  );

  it.each(['light', 'dark'] as const)('finds nothing wrong in the examples of the widget, %s', async (colorScheme) => {
    const { page } = await site.visit('/embed/', { colorScheme });
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

describe('a screen reader', () => {
  it('is told each message once, whatever changes in it later', async () => {
    const { page, chat, latest, ask } = await site.visit('/en/');
    // What is put into the log is read out, but for what says that it is not.
    await chat.locator('[role=log]').evaluate((log) => {
      const told: string[] = [];
      Object.assign(window, { told });
      new MutationObserver((changes) => {
        for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes]))
          if (node instanceof Element && log.contains(node) && !node.closest('[aria-live=off]'))
            told.push(node.textContent ?? '');
      }).observe(log, { childList: true, subtree: true });
    });
    await ask(QUESTIONS.en.answer);
    await latest.getByRole('checkbox').first().check();
    await latest.getByRole('button', { name: 'Yes' }).click();
    await latest.locator('form.details').waitFor();
    await ask(QUESTIONS.en.smalltalk);
    const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
    const times = (text: string) => told.filter((one) => one.includes(text)).length;
    expect(times(QUESTIONS.en.answer)).toBe(1);
    expect(times('What to do now')).toBe(1);
    expect(told.some((one) => one.includes('How many stars'))).toBe(false);
    expect(await chat.locator('[role=log]').getAttribute('aria-relevant')).toBe('additions');
  });

  it('hears that an answer is looked up, and then no more', async () => {
    const { page, chat, input, latest } = await site.visit('/en/');
    const letGo = await hold(page, '**/v1/messages');
    await input.fill(QUESTIONS.en.answer);
    await input.press('Enter');
    await chat.getByRole('status').filter({ hasText: 'Looking it up' }).waitFor({ state: 'attached' });
    await chat.locator('.dots').waitFor();
    letGo();
    await latest.getByRole('heading').first().waitFor();
    expect(await chat.getByRole('status').textContent()).toBe('');
  });
});

describe('the focus', () => {
  it('stays in the chat when what had it is gone, and goes to a form that opens', async () => {
    const { page, chat, latest, ask } = await site.visit('/en/');
    const focused = () =>
      page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.outerHTML.slice(0, 80) ?? 'nowhere');
    await ask(QUESTIONS.en.answer);
    await latest.locator('.related button').first().press('Enter');
    await chat.locator('.visitor').nth(1).waitFor();
    expect(await focused()).toContain('class="scroller"');
    await ask(QUESTIONS.en.handoff);
    await latest.getByRole('button', { name: 'Have a person contact me' }).press('Enter');
    await chat.locator('form.request').waitFor();
    expect(await focused()).toMatch(/^<h2/);
    await chat.getByRole('button', { name: 'Cancel' }).press('Enter');
    expect(await focused()).toContain('class="scroller"');
  });

  it('does not wander behind the panel that fills a phone', async () => {
    const { page } = await site.visit('/faq/en/', PHONE);
    const chat = page.locator('simtolk-chat');
    await chat.locator('.launcher').click();
    const isInside = () => page.evaluate(() => document.activeElement?.tagName === 'SIMTOLK-CHAT');
    for (let presses = 0; presses < 25; presses += 1) {
      await page.keyboard.press('Tab');
      expect(await isInside()).toBe(true);
    }
    await page.keyboard.press('Shift+Tab');
    expect(await isInside()).toBe(true);
  });
});

describe('what the system asks for', () => {
  it('is followed: forced colours still tell what is chosen from what is not', async () => {
    const { latest, ask } = await site.visit('/en/', { forcedColors: 'active' });
    await ask(QUESTIONS.en.answer);
    const outline = (step: number) =>
      latest
        .getByRole('checkbox')
        .nth(step)
        .evaluate((box) => getComputedStyle(box).outlineStyle);
    await latest.getByRole('checkbox').nth(0).check();
    await latest.getByRole('checkbox').nth(2).focus();
    expect([await outline(0), await outline(1)]).toEqual(['solid', 'none']);
  });

  it('is followed: nothing moves where motion is reduced', async () => {
    const { page } = await site.visit('/faq/en/', { reducedMotion: 'reduce' });
    const moving = await page.locator('simtolk-chat').evaluate((chat) => {
      const launcher = chat.shadowRoot?.querySelector('.launcher');
      return launcher && getComputedStyle(launcher).transitionProperty;
    });
    expect(moving).toBe('none');
  });
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
