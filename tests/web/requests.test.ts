import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hold, openSite, PHONE, type Site } from './site.ts';
import { violations } from './violations.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Opens the form, with a phone number and a text filled in. */
async function openRequest(text: string) {
  const visit = await site.visit('/en/', { reducedMotion: 'reduce' });
  await visit.ask('I want to talk to a human');
  await visit.latest.getByRole('button', { name: 'Have a person contact me' }).click();
  const form = visit.chat.getByRole('form', { name: 'Have a person contact me' });
  await form.getByLabel('Your phone number').fill('+31 6 12345678');
  await form.getByLabel('What do you need help with?').fill(text);
  return { ...visit, form, send: () => form.getByRole('button', { name: 'Send request' }).click() };
}

const timesStored = (tickets: string, text: string) => tickets.split(`"text":"${text}"`).length - 1;

/** What a screen reader is told of a field. */
function describedAs(field: Locator) {
  return field.evaluate((element) => {
    const root = element.getRootNode() as ShadowRoot;
    return {
      isFocused: element.matches(':focus'),
      isInvalid: element.getAttribute('aria-invalid'),
      description: root.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent,
    };
  });
}

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
    const tickets = await site.maintainersSee('tickets');
    expect(tickets).toContain(ticketId);
    expect(tickets).toContain('The eSIM hangs at the third step');
  });

  it('is stored once when the reply to it is lost and it is sent again', async () => {
    const { page, send, form } = await openRequest('lost in the tunnel');
    await page.route(
      '**/v1/tickets',
      async (route) => {
        await route.fetch();
        await route.fulfill({ status: 504, json: {} });
      },
      { times: 1 },
    );
    await send();
    await form.getByRole('alert').waitFor();
    await send();
    await form.waitFor({ state: 'detached' });
    expect(timesStored(await site.maintainersSee('tickets'), 'lost in the tunnel')).toBe(1);
  });

  it('may be changed and sent again when the connection was lost', async () => {
    const { page, chat, send, form } = await openRequest('the first text');
    await page.route(
      '**/v1/tickets',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await send();
    await form.getByRole('alert').waitFor();
    await form.getByLabel('What do you need help with?').fill('the second text');
    await send();
    await chat.getByText('Your request number is').waitFor();
    expect(timesStored(await site.maintainersSee('tickets'), 'the second text')).toBe(1);
  });

  it('is sent once by an impatient visitor, who is told one number', async () => {
    const { page, chat, form, calls } = await openRequest('twice in a hurry');
    const letGo = await hold(page, '**/v1/tickets');
    await form.getByRole('button', { name: 'Send request' }).dblclick();
    letGo();
    await form.waitFor({ state: 'detached' });
    expect(calls.filter((call) => call === 'POST /v1/tickets')).toHaveLength(1);
    expect(await chat.getByText('Your request number is').count()).toBe(1);
  });
});

describe('a contact that cannot be right', () => {
  it.each([
    ['/en/', 'I want to talk to a human', 'This is not right. Write it like +31 6 12345678.'],
    ['/nl/', 'ik wil een medewerker spreken', 'Dit klopt niet. Schrijf het zoals +31 6 12345678.'],
    ['/zh/', '转人工', '写法不对，例如：+31 6 12345678'],
    ['/zh-hant/', '轉人工', '寫法不對，例如：+31 6 12345678'],
  ])('is pointed out in its own field, with an example, and stays: %s', async (path, question, told) => {
    const { page, chat, latest, ask } = await site.visit(path, { reducedMotion: 'reduce' });
    await ask(question);
    await latest.locator('p .primary').click();
    const contact = chat.locator('input[name=contact]');
    await contact.fill('geen nummer');
    await chat.locator('.request [type=submit]').click();
    expect(await chat.getByRole('alert').textContent()).toBe(told);
    expect(await contact.inputValue()).toBe('geen nummer');
    expect(await describedAs(contact)).toEqual({ isFocused: true, isInvalid: 'true', description: told });
    expect(await violations(page)).toEqual([]);
  });

  it('is an email address where that was chosen, and nothing is said of a way that was not tried', async () => {
    const { chat, form } = await openRequest('an address without a domain');
    await form.getByRole('radio', { name: 'Email' }).check();
    await form.getByLabel('Your email address').fill('name@example');
    await form.getByRole('button', { name: 'Send request' }).click();
    expect(await chat.getByRole('alert').textContent()).toBe('This is not right. Write it like name@example.com.');
    await form.getByRole('radio', { name: 'Phone' }).check();
    expect(await form.getByRole('alert').count()).toBe(0);
    expect((await describedAs(form.getByLabel('Your phone number'))).isInvalid).toBe('false');
  });

  it('is asked for when there are spaces alone, and nothing is sent', async () => {
    const { form, calls } = await openRequest('spaces for a name');
    await form.getByRole('radio', { name: 'Chat' }).check();
    await form.getByLabel('Which chat app').fill('   ');
    await form.getByRole('button', { name: 'Send request' }).click();
    expect(await form.getByLabel('Which chat app').evaluate((field) => field.matches(':focus:invalid'))).toBe(true);
    expect(calls).not.toContain('POST /v1/tickets');
  });
});
