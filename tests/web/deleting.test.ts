import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hold, openSite, type Site } from './site.ts';

const IPHONE = 'how do I install my esim on an iphone';
const SWITCHING = 'how do I keep my number when I switch operator';
let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describe('deleting the conversation', () => {
  it('takes it from the tab and from the server', async () => {
    const { page, chat, ask, calls } = await site.visit('/en/');
    await ask(IPHONE);
    await chat.getByRole('button', { name: 'Delete conversation' }).click();
    await chat.getByText('The conversation is deleted.').waitFor({ state: 'attached' });
    expect(await chat.locator('.visitor').count()).toBe(0);
    expect(calls.some((call) => call.startsWith('DELETE /v1/conversations/'))).toBe(true);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('says so when the server cannot be reached, and deletes nothing', async () => {
    const { page, chat, ask } = await site.visit('/en/');
    await ask(IPHONE);
    await page.route('**/v1/conversations/*', (route) => route.abort());
    await chat.getByRole('button', { name: 'Delete conversation' }).click();
    await chat.getByText('nothing is deleted yet').waitFor();
    expect(await chat.locator('.visitor').count()).toBe(1);
  });

  it('forgets the operator that was chosen in it', async () => {
    const { chat, latest, ask } = await site.visit('/en/');
    const tabs = latest.getByRole('tab');
    await ask(SWITCHING);
    await tabs.nth(1).click();
    await chat.getByRole('button', { name: 'Delete conversation' }).click();
    await chat.locator('.welcome').waitFor();
    await ask(SWITCHING);
    expect(await tabs.first().getAttribute('aria-selected')).toBe('true');
  });
});

describe('deleting the conversation while a reply is on its way', () => {
  it.each([
    ['first', []],
    ['second', [IPHONE]],
  ])('waits for the reply to the %s question, and deletes it with the rest', async (_, before) => {
    const { page, chat, input, ask } = await site.visit('/en/');
    for (const question of before) await ask(question);
    const answered: string[] = [];
    page.on('response', (response) => answered.push(response.request().method()));
    const letGo = await hold(page, '**/v1/messages');
    await input.fill(SWITCHING);
    await input.press('Enter');
    await chat.locator('.dots').waitFor();
    await chat.getByRole('button', { name: 'Delete conversation' }).click();
    const replied = page.waitForResponse('**/v1/messages');
    const deletion = page.waitForRequest('**/v1/conversations/*');
    letGo();
    const { conversationId } = await (await replied).json();
    expect((await deletion).url()).toContain(conversationId);
    await chat.locator('.welcome').waitFor();
    expect(answered.filter((method) => method !== 'GET')).toEqual(['POST', 'DELETE']);
    expect(await chat.locator('li.visitor, li.bot').count()).toBe(0);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('asks nothing until it is done, and keeps what is typed', async () => {
    const { page, chat, input, latest, ask, calls } = await site.visit('/en/');
    await ask(IPHONE);
    const letGo = await hold(page, '**/v1/conversations/*');
    const deletion = page.waitForRequest('**/v1/conversations/*');
    await chat.getByRole('button', { name: 'Delete conversation' }).click();
    await deletion;
    await input.fill(SWITCHING);
    await input.press('Enter');
    await latest.locator('.related button').first().click();
    letGo();
    await chat.locator('.welcome').waitFor();
    expect(calls.filter((call) => call === 'POST /v1/messages')).toHaveLength(1);
    expect(await input.inputValue()).toBe(SWITCHING);
    await input.press('Enter');
    await latest.getByRole('heading').first().waitFor();
    expect(await chat.locator('.visitor p').textContent()).toBe(SWITCHING);
  });
});
