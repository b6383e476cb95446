import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, PHONE, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describe('asking a question', () => {
  it.each([
    [
      'en',
      '/en/',
      'how do I install my esim on an iphone',
      'How do I install my eSIM on an iPhone or iPad?',
      'What to do now',
    ],
    [
      'nl',
      '/nl/',
      'hoe installeer ik een esim op mijn iphone',
      'Hoe installeer ik mijn eSIM op een iPhone of iPad?',
      'Dit doe je nu',
    ],
    ['zh', '/zh/', '苹果手机怎么安装 eSIM', '怎么在 iPhone 或 iPad 上安装 eSIM？', '现在这样做'],
    ['zh-Hant', '/zh-hant/', '蘋果手機怎麼安裝 eSIM', '怎麼在 iPhone 或 iPad 上安裝 eSIM？', '現在這樣做'],
  ])(
    'gives the answer with its steps in %s, on a phone and on a desktop',
    async (locale, path, question, title, steps) => {
      for (const options of [PHONE, {}]) {
        const { page, latest, problems, ask } = await site.visit(path, options);
        await ask(question);
        await latest.getByRole('heading', { name: title }).waitFor();
        expect(await latest.getByRole('heading', { level: 3 }).first().textContent()).toContain(steps);
        expect(await latest.getByRole('checkbox').count()).toBeGreaterThan(2);
        expect(await latest.locator('.bubble').getAttribute('lang')).toBe(locale);
        expect(problems).toEqual([]);
        await page.context().close();
      }
    },
  );

  it('says the language of the question, also when the page is in another', async () => {
    const { chat, latest, ask } = await site.visit('/en/');
    await ask('waar vind ik mijn pukcode');
    expect(await chat.locator('.visitor p').getAttribute('lang')).toBe('nl');
    expect(await latest.locator('.bubble').getAttribute('lang')).toBe('nl');
  });

  it('offers more questions as buttons, and shows the entry of the one that is pressed', async () => {
    const { chat, latest, ask } = await site.visit('/en/');
    await ask('esim problem iphone');
    const related = latest.getByRole('listitem').getByRole('button').first();
    const question = (await related.textContent()) ?? '';
    await related.click();
    await chat.locator('h2', { hasText: question }).waitFor();
    expect(question.length).toBeGreaterThan(5);
  });

  it('shows starter questions of a topic, and answers the one that is pressed', async () => {
    const { chat, latest } = await site.visit('/nl/');
    await chat.getByRole('button', { name: 'Instellen' }).click();
    const starter = chat.locator('.welcome .choices button').first();
    const question = (await starter.textContent()) ?? '';
    await starter.click();
    await latest.getByRole('heading', { name: question }).waitFor();
  });

  it('lists matching questions while one is typed, without calling the API for each key', async () => {
    const { chat, input, latest, calls } = await site.visit('/en/');
    await input.pressSequentially('iphone install');
    const options = chat.getByRole('option');
    await options.first().waitFor();
    expect(calls).toEqual(['GET /v1/entries']);
    await input.press('ArrowDown');
    const question = (await chat.locator('[role=option][aria-selected=true]').textContent()) ?? '';
    await input.press('Enter');
    await latest.getByRole('heading', { name: question }).waitFor();
  });

  it('asks what was typed, not the question that was marked before typing went on', async () => {
    const { chat, input } = await site.visit('/en/');
    await input.pressSequentially('iphone install');
    await chat.getByRole('option').first().waitFor();
    await input.press('ArrowDown');
    await chat.locator('[role=option][aria-selected=true]').waitFor();
    await input.pressSequentially(' failed');
    await input.press('Enter');
    expect(await chat.locator('.visitor p').textContent()).toBe('iphone install failed');
  });

  it.each([
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-Hant-NL', 'zh-Hant'],
    ['zh-Hans-HK', 'zh'],
    ['zh-SG', 'zh'],
    ['nl-BE', 'nl'],
  ])('goes to the home page in the language of a browser in %s, with the chat in it too', async (tag, locale) => {
    const { page, chat } = await site.visit('/', { locale: tag });
    expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    await chat.evaluate((element, wanted) => element.setAttribute('locale', wanted), tag);
    expect(await chat.locator('.panel').getAttribute('lang')).toBe(locale);
  });
});

describe('typing Chinese with an input method', () => {
  it('does not send the question when Enter ends a composition, and does when Enter is pressed after it', async () => {
    const { page, input, chat, latest, calls } = await site.visit('/zh/');
    const keyboard = await page.context().newCDPSession(page);
    const enter = async () => {
      for (const type of ['rawKeyDown', 'keyUp'] as const)
        await keyboard.send('Input.dispatchKeyEvent', { type, key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 });
    };
    await input.focus();
    for (const text of ['w', 'wo', 'woquma'])
      await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await enter();
    expect(calls.filter((call) => call.startsWith('POST'))).toEqual([]);
    expect(await chat.locator('.visitor').count()).toBe(0);
    await keyboard.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
    await keyboard.send('Input.insertText', { text: 'PUK 码在哪里' });
    expect(await input.inputValue()).toBe('PUK 码在哪里');
    await enter();
    await latest.getByRole('heading').first().waitFor();
    expect(await chat.locator('.visitor p').textContent()).toBe('PUK 码在哪里');
  });
});
