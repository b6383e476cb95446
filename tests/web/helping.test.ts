import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, PHONE, type Site, type Visit } from './site.ts';

const IPHONE = 'how do I install my esim on an iphone';
const SWITCHING = 'how do I keep my number when I switch operator';
let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describe('an answer', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await site.visit('/en/', { ...PHONE, permissions: ['clipboard-read', 'clipboard-write'] });
    await visit.ask(IPHONE);
  });
  afterAll(() => expect(visit.problems).toEqual([]));

  it('has steps that stay ticked after a reload', async () => {
    const { page, latest } = visit;
    await latest.getByRole('checkbox').nth(0).check();
    await latest.getByRole('checkbox').nth(2).check();
    expect(await latest.locator('.count').textContent()).toMatch(/^2 of \d of? ?done$|^2 of \d done$/);
    await page.reload();
    await latest.getByRole('checkbox').first().waitFor();
    expect(await latest.getByRole('checkbox', { checked: true }).count()).toBe(2);
  });

  it('can be copied with the address of its own page', async () => {
    const { page, latest, chat } = visit;
    await latest.getByRole('button', { name: 'Copy' }).click();
    await chat.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' });
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('How do I install my eSIM on an iPhone or iPad?');
    expect(copied).toContain(`${site.address}/faq/en/activate-iphone/`);
    expect(copied).not.toContain('**');
  });

  it('is offered in the other language after a switch, which keeps the conversation', async () => {
    const { page, chat, latest } = visit;
    await page.getByRole('navigation').getByRole('link', { name: 'Nederlands' }).click();
    await chat.locator('.visitor', { hasText: IPHONE }).waitFor();
    await latest.getByRole('button', { name: 'Lees dit in het Nederlands' }).click();
    await latest.getByRole('heading', { name: 'Hoe installeer ik mijn eSIM op een iPhone of iPad?' }).waitFor();
    expect(await latest.locator('.bubble').getAttribute('lang')).toBe('nl');
  });
});

describe('notes per operator', () => {
  it('are tabs that remember what was chosen, by keyboard too', async () => {
    const { page, chat, ask } = await site.visit('/en/');
    await ask(SWITCHING);
    const tabs = chat.getByRole('tab');
    const focused = chat.locator('[role=tab]:focus');
    await tabs.first().focus();
    for (const place of [1, 0, 1]) {
      await page.keyboard.press('ArrowRight');
      expect(await focused.textContent()).toBe(await tabs.nth(place).textContent());
    }
    const chosen = await chat.getByRole('tab', { selected: true }).first().textContent();
    expect(chosen).toBe(await tabs.nth(1).textContent());
    await page.reload();
    await tabs.first().waitFor();
    expect(await chat.getByRole('tab', { selected: true }).first().textContent()).toBe(chosen);
  });

  it('stay where they are when one is chosen, and come before the steps of the answers after it', async () => {
    const { latest, ask } = await site.visit('/en/');
    const isBeforeSteps = () =>
      latest.locator('.bubble').evaluate((bubble) => {
        const order = [...bubble.querySelectorAll('.notes, .steps')].map(({ className }) => className);
        return order.indexOf('notes') < order.indexOf('steps');
      });
    await ask(SWITCHING);
    await latest.getByRole('tab').nth(1).click();
    expect(await isBeforeSteps()).toBe(false);
    await ask(SWITCHING);
    expect(await isBeforeSteps()).toBe(true);
  });
});

describe('a visitor who is stuck', () => {
  it('is told what else the entry says, and who can look further', async () => {
    const { page, chat, latest, ask } = await site.visit('/en/');
    await ask(IPHONE);
    const advice = (await latest.locator('.otherwise .text').textContent()) ?? 'none';
    await ask('that did not work');
    await latest.getByText('Sorry that this did not help.', { exact: true }).waitFor();
    await latest.getByText(advice, { exact: true }).waitFor();
    await latest.getByText('A person can look further with you:', { exact: true }).waitFor();
    expect(await latest.locator('p strong').count()).toBeGreaterThan(0);
    expect(await latest.getByRole('link', { name: /hotline/ }).count()).toBe(1);
    expect(await latest.locator('p').filter({ hasText: 'hotline' }).count()).toBe(0);
    await page.reload();
    await chat.getByText('A person can look further with you:', { exact: true }).waitFor();
  });
});

describe('feedback', () => {
  it('takes a thumb, stars and a comment, and maintainers see it', async () => {
    const { latest, ask, calls } = await site.visit('/en/');
    await ask(IPHONE);
    await latest.getByRole('button', { name: 'Yes' }).click();
    await latest.getByRole('radio', { name: '4 of 5 stars' }).check({ force: true });
    await latest.getByRole('textbox').fill('Clear, thank you');
    await latest.getByRole('button', { name: 'Send' }).click();
    await latest.getByText('Thank you for your feedback.').waitFor();
    expect(calls.filter((call) => call === 'POST /v1/feedback')).toHaveLength(2);
    expect(await site.maintainersSee('feedback')).toContain('Clear, thank you');
  });

  it('that an answer did not help brings the people who can, with who is open now', async () => {
    const { chat, latest, ask } = await site.visit('/nl/');
    await ask('hoe installeer ik een esim op mijn iphone');
    await latest.getByRole('button', { name: 'Nee' }).click();
    await latest.getByText('Deze mensen kunnen je helpen').waitFor();
    const hotline = latest.getByRole('link', { name: '24-uurs hulplijn' });
    expect(await hotline.getAttribute('href')).toMatch(/^tel:\+31/);
    expect(await hotline.textContent()).toContain('nu open, dag en nacht');
    expect(await chat.getByRole('link', { name: /E-mail/ }).getAttribute('href')).toMatch(/^mailto:/);
  });

  it('brings them once, and says that it did not get through, when it cannot be stored', async () => {
    const { page, chat, latest, ask } = await site.visit('/nl/');
    await page.route('**/v1/feedback', (route) => route.fulfill({ status: 404, json: { detail: 'Onder die naam…' } }));
    await ask('hoe installeer ik een esim op mijn iphone');
    const no = latest.getByRole('button', { name: 'Nee' });
    await no.click();
    await chat.getByRole('status').filter({ hasText: 'Dat is niet gelukt.' }).waitFor({ state: 'attached' });
    const people = chat.getByText('Deze mensen kunnen je helpen');
    await people.waitFor();
    await page.unroute('**/v1/feedback');
    await chat.getByRole('button', { name: 'Nee' }).click();
    await chat.getByRole('button', { name: 'Nee', pressed: true }).waitFor();
    await chat.locator('form.details').waitFor();
    expect(await people.count()).toBe(1);
  });

  it('is not asked of an answer that the service could not store', async () => {
    const { page, latest, ask } = await site.visit('/en/');
    await page.route('**/v1/messages', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), stored: false } });
    });
    await ask(IPHONE);
    await latest.getByRole('heading', { name: 'How do I install my eSIM' }).waitFor();
    expect(await latest.getByRole('group', { name: 'Did this help?' }).count()).toBe(0);
  });
});

describe('the end of a conversation', () => {
  it('asks once how it was, and never again, in no tab and in no later conversation', async () => {
    const { page, chat, latest, ask, calls } = await site.visit('/en/');
    await ask(IPHONE);
    const survey = chat.getByRole('group', { name: 'Did this conversation help you?' });
    expect(await survey.count()).toBe(0);
    await ask('thank you very much');
    await survey.getByRole('button', { name: 'Yes' }).click();
    await latest.getByText('Thank you for your feedback.').waitFor();
    expect(calls.filter((call) => call === 'POST /v1/feedback')).toHaveLength(1);
    await ask('I want to talk to a human');
    expect(await survey.count()).toBe(0);
    const other = await page.context().newPage();
    await other.goto('/en/');
    const input = other.locator('simtolk-chat[inline] textarea');
    await input.fill('goodbye');
    await input.press('Enter');
    await other.locator('simtolk-chat[inline] li.bot').first().waitFor();
    expect(await other.getByRole('group', { name: 'Did this conversation help you?' }).count()).toBe(0);
  });

  it('takes a no for an answer when people are in sight already', async () => {
    const { chat, latest, ask } = await site.visit('/nl/');
    await ask('ik wil een medewerker spreken');
    await chat
      .getByRole('group', { name: 'Heb je iets aan dit gesprek gehad?' })
      .getByRole('button', { name: 'Nee' })
      .click();
    await latest.getByText('Bedankt voor je reactie.').waitFor();
    expect(await chat.getByText('Dat is vervelend').count()).toBe(0);
  });
});
