import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ATTACK, openView, useSite } from './maintainers-page.ts';
import { MAINTAINERS_TOKEN, openSite, PHONE, type Site, type Visit } from './site.ts';

let site: Site;
let ticketId: string;
beforeAll(async () => {
  site = await openSite();
  ({ ticketId } = await useSite(site));
});
afterAll(() => site.close());

/** Few days are read at once: the embedded database takes its time. */
const TODAY = '#/overview?days=1';
const tableOf = (visit: Visit, name: string) => visit.page.getByRole('region', { name }).getByRole('table');

describe('signing in with the token of one’s own machine', () => {
  it('refuses a wrong one and asks nothing more of the API', async () => {
    const { page, calls } = await site.visit('/maintainers/');
    await page.getByLabel('Token').fill('not-the-token-at-all');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').filter({ hasText: 'That token is not right.' }).waitFor();
    expect(calls).toEqual(['GET /v1/admin/identity']);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('takes the right one, keeps it for the tab alone, and forgets it at the end', async () => {
    const { page, problems } = await openView(site, TODAY);
    await page.reload();
    await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
    expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Token').waitFor();
    expect(await page.content()).not.toContain('wallpaper');
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(problems).toEqual([]);
  });

  it('asks for it again when it is no longer good', async () => {
    const { page } = await openView(site, '#/tickets?days=1');
    await page.evaluate(() => sessionStorage.setItem('simtolk-token', 'of-the-start-before'));
    await page.getByRole('link', { name: 'Entries' }).click();
    await page.getByRole('alert').filter({ hasText: 'Your session has ended' }).waitFor();
  });
});

describe('the overview', () => {
  it('shows figures with their interval, charts, and the same figures as tables', async () => {
    const visit = await openView(site, TODAY);
    const { page, problems } = visit;
    const tile = (name: string) => page.locator('.tile', { hasText: name });
    expect(await tile('Questions').locator('.value').textContent()).toBe('10');
    expect(await tile('Found helpful').textContent()).toMatch(/25%\s*between 5% and 70%/);
    expect(await tile('Requests waiting').locator('.value').textContent()).toBe('1');
    await page.locator('.chart svg').nth(1).waitFor();
    const row = tableOf(visit, 'Figures: Questions by language').getByRole('row', { name: /^Dutch/ });
    expect(await row.getByRole('cell').textContent()).toBe('3');
    const days = tableOf(visit, 'Figures: Questions by day').getByRole('row');
    expect(await days.count()).toBe(2);
    expect(problems).toEqual([]);
  });

  it('follows the period, and so does the address', async () => {
    const { page } = await openView(site, '#/overview?from=2020-01-01&to=2020-01-02');
    await page.getByText('Nobody asked anything in this period.').waitFor();
    await page.getByLabel('Period').selectOption({ label: 'Last 7 days' });
    await page.getByText('Compared with the 7 days before').waitFor();
    await page.getByRole('img', { name: 'Questions by day' }).waitFor();
    expect(page.url()).toContain('#/overview?days=7');
    await page.goBack();
    await page.getByText('Nobody asked anything in this period.').waitFor();
    expect(await page.getByLabel('From').inputValue()).toBe('2020-01-01');
  });
});

describe('questions without a sure answer', () => {
  it('are put together by likeness, with the nearest entries, one step from a phrasing', async () => {
    const visit = await openView(site, '#/unanswered?days=1', { permissions: ['clipboard-read', 'clipboard-write'] });
    const { page, problems } = visit;
    const card = page.getByRole('listitem').filter({ hasText: 'do you sell marsmobil wallpaper' }).first();
    expect(await card.textContent()).toContain('asked 2 times');
    expect(await card.getByRole('list').last().getByRole('listitem').count()).toBeGreaterThan(0);
    await card.getByRole('button', { name: 'Copy phrasing' }).click();
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    const copied = parse(await page.evaluate(() => navigator.clipboard.readText()));
    expect(copied.en.visitors.toSorted()).toEqual([
      'do you sell marsmobil wallpaper',
      'do you sell marsmobil wallpapers?',
    ]);
    expect(await card.textContent()).toMatch(
      /Paste into faq\/\w+\/[\w-]+\.phrasings\.yaml with npm run faq:add -- [\w-]+/,
    );
    expect(problems).toEqual([]);
  });

  it('are shown for one language on demand', async () => {
    const { page } = await openView(site, '#/unanswered?days=1');
    await page.getByRole('main').getByLabel('Language').selectOption({ label: 'Dutch' });
    await page.getByText('do you sell marsmobil').waitFor({ state: 'detached' });
    expect(await page.getByText('verkopen jullie marsmobil behang').count()).toBeGreaterThan(0);
  });
});

describe('entries', () => {
  it('have their marks with how sure they are, the worst first', async () => {
    const visit = await openView(site, '#/entries?days=1');
    const rows = tableOf(visit, 'Entries').getByRole('row');
    expect(await rows.nth(1).textContent()).toMatch(/PUK.*2.*0%.*0% – 66%/s);
    expect(await rows.nth(1).locator('svg .range').count()).toBe(1);
  });
});

describe('feedback', () => {
  it('is listed by topic with its comment and its question', async () => {
    const visit = await openView(site, '#/feedback?days=1');
    const { page } = visit;
    expect(await tableOf(visit, 'Figures: By topic').getByRole('row').count()).toBeGreaterThan(2);
    await page.getByRole('combobox', { name: 'Topic' }).selectOption({ label: 'Changing something' });
    const items = page.locator('.item');
    expect(await items.count()).toBe(2);
    expect(await items.first().textContent()).toContain('te vaag, ik zie geen knop');
    expect(await items.first().textContent()).toContain('waar vind ik mijn pukcode');
    await items.first().getByText('To paste into the phrasings').first().click();
    expect(parse((await items.first().locator('pre').textContent()) ?? '')).toEqual({
      nl: { visitors: ['waar vind ik mijn pukcode'] },
    });
  });

  it('and questions are shown as text, whatever a visitor typed', async () => {
    const { page, problems } = await openView(site, '#/feedback?days=1');
    await page.locator('blockquote', { hasText: ATTACK }).waitFor();
    await page.getByRole('link', { name: 'Unanswered' }).click();
    await page.getByRole('heading', { name: `${ATTACK} wallpaper` }).waitFor();
    expect(await page.locator('main :is(img, script)').count()).toBe(0);
    expect(await page.evaluate(() => 'attacked' in window)).toBe(false);
    expect(problems).toEqual([]);
  });
});

describe('requests', () => {
  it('show who waits and what went before, and move on when a maintainer says so', async () => {
    const { page, problems } = await openView(site, '#/tickets?days=1');
    const ticket = page.getByRole('listitem', { name: ticketId });
    expect(await ticket.textContent()).toContain('+31 6 12345678');
    await ticket.getByText('The conversation before').click();
    expect(await ticket.textContent()).toContain('no internet after landing');
    await ticket.getByLabel('Status').selectOption({ label: 'Done' });
    await page
      .getByRole('status')
      .filter({ hasText: `${ticketId}: Done` })
      .waitFor();
    const headers = { authorization: `Bearer ${MAINTAINERS_TOKEN}` };
    const stored = await (await fetch(`${site.address}/v1/admin/tickets?status=done`, { headers })).text();
    expect(stored).toContain(ticketId);
    await page.getByLabel('Show').selectOption({ label: 'Closed in the period' });
    await page.getByRole('listitem', { name: ticketId }).getByLabel('Status').selectOption({ label: 'In progress' });
    await page
      .getByRole('status')
      .filter({ hasText: `${ticketId}: In progress` })
      .waitFor();
    expect(problems).toEqual([]);
  });

  it('keep their status, and say so, when it could not be stored', async () => {
    const { page } = await openView(site, '#/tickets?days=1');
    await page.route('**/v1/admin/tickets/*', (route) => route.abort());
    const status = page.getByRole('listitem', { name: ticketId }).getByLabel('Status');
    const before = await status.inputValue();
    await status.selectOption({ label: before === 'done' ? 'New' : 'Done' });
    await page.getByRole('status').filter({ hasText: 'was not changed' }).waitFor();
    expect(await status.inputValue()).toBe(before);
  });
});

describe('the try-it box', () => {
  it('says in words what happens with a question, and why', async () => {
    const visit = await openView(site, '#/tickets?days=1');
    const { page, problems } = visit;
    await page.getByRole('link', { name: 'Try it' }).click();
    await page.getByRole('textbox', { name: 'Question' }).fill('waar vind ik mijn pukcode van vodafone');
    await page.getByRole('button', { name: 'Explain' }).click();
    await page.getByText(/It answers with “.*PUK.*”/).waitFor();
    const main = (await page.getByRole('main').textContent()) ?? '';
    expect(main).toMatch(/Dutch, \d+% sure, by its letters\./);
    expect(main).toContain('vodafone');
    expect(main).toMatch(/It answers from \d+% on, and suggests from \d+% on\./);
    expect(main).not.toMatch(/[{}]|"\w+":/);
    expect(await tableOf(visit, 'Figures: Part of the question').getByRole('row').count()).toBeGreaterThan(3);
    expect(page.url()).toContain('q=waar+vind+ik');
    expect(problems).toEqual([]);
  });

  it('says that nothing fits', async () => {
    const { page } = await openView(site, '#/try?q=purple+elephant+recipe');
    await page.getByText('It says that it does not know').waitFor();
  });
});

describe('when the API cannot be reached', () => {
  it('the page says so and tries again on demand', async () => {
    const { page } = await openView(site, '#/tickets?days=1');
    await page.route('**/v1/admin/feedback*', (route) => route.abort());
    await page.getByRole('link', { name: 'Feedback' }).click();
    await page.getByRole('alert').filter({ hasText: 'The server cannot be reached.' }).waitFor();
    await page.unroute('**/v1/admin/feedback*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('region', { name: 'Figures: By topic' }).waitFor();
  });
});

describe('the language', () => {
  it.each([
    ['nl-NL', 'nl', 'Verzoeken'],
    ['zh-CN', 'zh', '求助'],
    ['zh-TW', 'zh-Hant', '求助'],
    ['de-DE', 'en', 'Requests'],
  ])('is the browser’s: %s', async (locale, lang, heading) => {
    const { page } = await openView(site, '#/tickets', { ...PHONE, locale });
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
  });

  it('changes on demand, questions of entries too, and stays for the tab', async () => {
    const { page } = await openView(site, '#/entries?days=1');
    await page.getByRole('banner').getByLabel('Language').selectOption({ label: 'Nederlands' });
    await page.getByRole('link', { name: /pukcode|PUK-code/ }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Antwoorden', level: 1 }).waitFor();
  });
});
