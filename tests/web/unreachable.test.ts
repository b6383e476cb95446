import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './site.ts';

const IPHONE = 'how do I install my esim on an iphone';
let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describe('without a connection', () => {
  it('keeps the question, and answers it when the connection is back', async () => {
    const { page, chat, input, latest } = await site.visit('/en/');
    await page.context().setOffline(true);
    await input.fill(IPHONE);
    await input.press('Enter');
    await chat.getByRole('alert').getByText('Your question is kept').waitFor();
    expect(await chat.locator('.visitor p').textContent()).toBe(IPHONE);
    await page.context().setOffline(false);
    await latest.getByRole('heading', { name: 'How do I install my eSIM' }).waitFor();
    expect(await chat.locator('.visitor').count()).toBe(1);
    expect(await chat.getByRole('alert').count()).toBe(0);
  });

  it('tries again when the button is pressed', async () => {
    const { page, chat, input, latest } = await site.visit('/nl/');
    await page.route(/\/v1\/messages|browser-answers/, (route) => route.abort());
    await input.fill('hoe installeer ik een esim op mijn iphone');
    await input.press('Enter');
    const retry = chat.getByRole('button', { name: 'Opnieuw proberen' });
    await retry.waitFor();
    await page.unroute(/\/v1\/messages|browser-answers/);
    await retry.click();
    await latest.getByRole('heading', { name: 'Hoe installeer ik mijn eSIM' }).waitFor();
  });
});

describe('what the copy in the browser remembers', () => {
  const STUCK = 'that did not work';
  /** Said only to who was told what to do just before. */
  const SORRY = 'Sorry that this did not help.';

  async function visitWithoutApi() {
    const visit = await site.visit('/en/');
    const down = (isDown: boolean) =>
      isDown ? visit.page.route('**/v1/**', (route) => route.abort()) : visit.page.unroute('**/v1/**');
    await down(true);
    await visit.ask(IPHONE);
    return { ...visit, down };
  }

  it('is the question before, in the same chat', async () => {
    const { latest, ask } = await visitWithoutApi();
    await ask(STUCK);
    await latest.getByText(SORRY, { exact: true }).waitFor();
  });

  it('is nothing of another chat on the page', async () => {
    const { page } = await site.visit('/embed/');
    await page.route('**/v1/**', (route) => route.abort());
    const ask = async (id: string, question: string) => {
      const chat = page.locator(`simtolk-chat#${id}`);
      await chat.locator('textarea').fill(question);
      await chat.locator('textarea').press('Enter');
      await chat.locator('li.bot').waitFor();
      return chat.locator('li.bot').textContent();
    };
    await ask('inline', IPHONE);
    expect(await ask('harbour', STUCK)).not.toContain(SORRY);
  });

  it('is nothing of a conversation that is deleted', async () => {
    const { chat, latest, ask } = await visitWithoutApi();
    await chat.getByRole('button', { name: 'Delete conversation' }).click();
    await chat.locator('.welcome').waitFor();
    await ask(STUCK);
    expect(await latest.textContent()).not.toContain(SORRY);
  });

  it('is nothing from before an answer that came from the API', async () => {
    const { latest, ask, down } = await visitWithoutApi();
    await down(false);
    await ask('hello');
    await down(true);
    await ask(STUCK);
    expect(await latest.textContent()).not.toContain(SORRY);
  });
});

describe('while the API is down', () => {
  it.each([
    ['/en/', IPHONE, 'How do I install my eSIM on an iPhone or iPad?', 'comes from a copy'],
    [
      '/nl/',
      'hoe installeer ik een esim op mijn iphone',
      'Hoe installeer ik mijn eSIM op een iPhone of iPad?',
      'uit de kopie',
    ],
    ['/zh-hant/', '蘋果手機怎麼安裝 eSIM', '怎麼在 iPhone 或 iPad 上安裝 eSIM？', '連不上我們的伺服器'],
  ])('%s answers from the copy in the browser, and says so', async (path, question, title, note) => {
    const { page, latest, ask, problems } = await site.visit(path);
    const copies: string[] = [];
    page.on('request', (request) => request.url().includes('matcher') && copies.push(request.url()));
    await page.route('**/v1/**', (route) => route.abort());
    expect(copies).toEqual([]);
    await ask(question);
    await latest.getByRole('heading', { name: title }).waitFor();
    expect(await latest.textContent()).toContain(note);
    expect(await latest.getByRole('group').count()).toBe(0);
    expect(copies).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  it('says that there is a disruption when the service says it is degraded', async () => {
    const { page, chat, ask } = await site.visit('/en/');
    await page.route('**/v1/health', (route) => route.fulfill({ json: { status: 'degraded' } }));
    await ask(IPHONE);
    const disruption = chat.getByRole('alert').getByText('We have a technical problem');
    await disruption.waitFor();
    await page.unroute('**/v1/health');
    await ask('hello');
    await disruption.waitFor({ state: 'detached' });
  });
});
