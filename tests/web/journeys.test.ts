import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAINTAINERS_TOKEN, openSite, PHONE, type Site } from './site.ts';

/** A Tuesday at half past nine in the evening in Amsterdam: the office is closed, the hotline never is. */
const TUESDAY_EVENING = new Date('2026-11-24T20:30:00Z');

let site: Site;
beforeAll(async () => {
  site = await openSite(undefined, () => TUESDAY_EVENING);
});
afterAll(() => site.close());

async function asMaintainer(path: string): Promise<string> {
  const headers = { authorization: `Bearer ${MAINTAINERS_TOKEN}` };
  return (await fetch(`${site.address}/v1/admin/${path}`, { headers })).text();
}

describe('a freelancer who lands at Schiphol', () => {
  it('gets from an eSIM that does not activate to a call-back, by the steps for an iPhone and the hotline', async () => {
    const { page, chat, latest, ask, problems } = await site.visit('/', { ...PHONE, isMobile: true, locale: 'en-GB' });
    expect(await page.locator('html').getAttribute('lang')).toBe('en');

    await ask('just landed at schiphol, the esim i bought online wont activate on my iphone');
    // The steps come at once, or by one tap on the question that is meant.
    const title = 'How do I install my eSIM on an iPhone or iPad?';
    const offered = latest.getByRole('button', { name: title });
    await offered
      .or(latest.getByRole('heading', { name: title }))
      .first()
      .waitFor();
    if ((await offered.count()) > 0) await offered.click();
    await latest.getByRole('heading', { name: title }).waitFor();

    const steps = latest.getByRole('checkbox');
    await steps.nth(0).check();
    await steps.nth(1).check();
    expect(await latest.locator('.count').textContent()).toMatch(/^2 of [4-9] done$/);

    await ask('step 3 fails, it says the code is no longer valid');
    await latest.getByRole('heading', { name: /QR/ }).waitFor();
    expect(await chat.getByRole('checkbox', { checked: true }).count()).toBe(2);
    await latest.getByRole('group', { name: 'Did this help?' }).getByRole('button', { name: 'No' }).click();

    const hotline = latest.getByRole('link', { name: /hotline/ });
    await hotline.waitFor();
    expect(await hotline.locator('.state').textContent()).toMatch(/^open now/);
    expect(await hotline.getAttribute('href')).toMatch(/^tel:\+31/);
    const office = latest.getByRole('link', { name: /^Phone/ });
    expect(await office.locator('.state').textContent()).toMatch(/^closed, opens/);

    await latest.getByRole('button', { name: 'Have a person contact me' }).click();
    const form = chat.getByRole('form', { name: 'Have a person contact me' });
    expect(await form.getByLabel('What do you need help with?').inputValue()).toContain('step 3 fails');
    await form.getByLabel('Your phone number').fill('+44 7911 123456');
    await form.getByRole('button', { name: 'Send request' }).click();
    const done = latest.filter({ hasText: 'Your request number is' });
    await done.waitFor();
    const ticketId = /number is ([\w-]+)\./.exec((await done.textContent()) ?? '')?.[1] ?? 'none';

    const tickets = await asMaintainer('tickets');
    expect(tickets).toContain(ticketId);
    expect(tickets).toContain('+44 7911 123456');
    expect(tickets).toContain('just landed at schiphol');
    expect(problems).toEqual([]);
  });
});

describe('a Chinese student in Groningen', () => {
  it('sets up an eSIM in Traditional Chinese, asks on, gives four stars and deletes the conversation', async () => {
    const { page, chat, latest, ask, calls, problems } = await site.visit('/', { ...PHONE, locale: 'zh-TW' });
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant');

    await ask('iPhone 的 eSIM 怎麼設定');
    await latest.getByRole('heading', { name: '怎麼在 iPhone 或 iPad 上安裝 eSIM？' }).waitFor();
    const steps = latest.getByRole('checkbox');
    for (const step of await steps.all()) await step.check();
    const count = await steps.count();
    expect(await latest.locator('.count').textContent()).toContain(`${count}/${count}`);

    await ask('那安卓呢');
    await latest.getByRole('heading', { name: /安卓|Android/ }).waitFor();
    expect(await latest.locator('.bubble').getAttribute('lang')).toBe('zh-Hant');

    await ask('怎麼跟家裡視訊通話');
    await latest.getByRole('heading', { name: /視訊|打電話/ }).waitFor();
    await latest.getByRole('button', { name: '解決了' }).click();
    await latest.getByRole('radio', { name: /4/ }).check({ force: true });
    await latest.getByRole('textbox').fill('步驟很清楚，謝謝');
    await latest.getByRole('button', { name: '傳送' }).click();
    await latest.locator('.thanks').waitFor();
    expect(await asMaintainer('feedback')).toContain('步驟很清楚，謝謝');

    await chat.getByRole('button', { name: '刪除對話' }).click();
    await chat.locator('.welcome').waitFor();
    expect(calls.filter((call) => call.startsWith('DELETE /v1/conversations/'))).toHaveLength(1);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(await asMaintainer('feedback')).not.toContain('步驟很清楚，謝謝');
    expect(problems).toEqual([]);
  });
});
