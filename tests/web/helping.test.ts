import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAINTAINERS_TOKEN, openSite, PHONE, type Site, type Visit } from './site.ts';

const IPHONE = 'how do I install my esim on an iphone';
let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

async function maintainersSee(what: 'tickets' | 'feedback'): Promise<string> {
  const headers = { authorization: `Bearer ${MAINTAINERS_TOKEN}` };
  return (await fetch(`${site.address}/v1/admin/${what}`, { headers })).text();
}

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
    await ask('how do I keep my number when I switch operator');
    const tabs = chat.getByRole('tab');
    await tabs.first().focus();
    await page.keyboard.press('ArrowRight');
    const chosen = await chat.getByRole('tab', { selected: true }).first().textContent();
    expect(chosen).toBe(await tabs.nth(1).textContent());
    await page.reload();
    await tabs.first().waitFor();
    expect(await chat.getByRole('tab', { selected: true }).first().textContent()).toBe(chosen);
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
    expect(await maintainersSee('feedback')).toContain('Clear, thank you');
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

describe('a request for a person', () => {
  it('gets a number to read out, and reaches the maintainers with its text', async () => {
    const { chat, latest, ask } = await site.visit('/en/', PHONE);
    await ask('I want to talk to a human');
    await latest.getByRole('button', { name: 'Have a person contact me' }).click();
    const form = chat.getByRole('form', { name: 'Have a person contact me' });
    expect(await form.getByLabel('What do you need help with?').inputValue()).toBe('I want to talk to a human');
    await form.getByLabel('Your phone number').fill('+31 6 12345678');
    await form.getByLabel('What do you need help with?').fill('The eSIM hangs at the third step');
    await form.getByRole('button', { name: 'Send request' }).click();
    const done = (await latest.filter({ hasText: 'Your request number is' }).textContent()) ?? '';
    const ticketId = /number is ([\w-]+)\./.exec(done)?.[1] ?? '';
    expect(ticketId.length).toBeGreaterThan(3);
    const tickets = await maintainersSee('tickets');
    expect(tickets).toContain(ticketId);
    expect(tickets).toContain('The eSIM hangs at the third step');
  });

  it('says what is wrong with it and keeps what was typed', async () => {
    const { chat, latest, ask } = await site.visit('/nl/');
    await ask('ik wil een medewerker spreken');
    await latest.getByRole('button', { name: 'Laat een medewerker contact opnemen' }).click();
    await chat.getByLabel('Je telefoonnummer').fill('geen nummer');
    await chat.getByRole('button', { name: 'Verzoek versturen' }).click();
    await chat.getByRole('alert').waitFor();
    expect(await chat.getByLabel('Je telefoonnummer').inputValue()).toBe('geen nummer');
  });
});

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
});
