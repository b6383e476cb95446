import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignInStandIn, startSignInStandIn } from './sign-in-stand-in.ts';
import { openSite, type Site, type Visit } from './site.ts';

let standIn: SignInStandIn;
let site: Site;
beforeAll(async () => {
  standIn = await startSignInStandIn();
  site = await openSite(standIn.signIn);
  standIn.register(`${site.address}/maintainers/`);
});
afterAll(async () => {
  await site.close();
  standIn.close();
});

async function signInAs(who: string, path = '/maintainers/#/tickets'): Promise<Visit> {
  const visit = await site.visit(path);
  await visit.page.getByRole('button', { name: 'Sign in' }).click();
  await visit.page.getByRole('link', { name: who }).click();
  return visit;
}

describe('signing in at the sign-in page', () => {
  it('comes back to the view that was asked for, with nothing left in the address', async () => {
    const { page, problems } = await signInAs('maintainer', '/maintainers/#/entries?days=1');
    await page.getByRole('heading', { name: 'Entries', level: 1 }).waitFor();
    expect(page.url()).toBe(`${site.address}/maintainers/#/entries?days=1`);
    expect(await page.getByText('Maintainer', { exact: true }).count()).toBe(1);
    expect(standIn.redeemed.at(-1)?.get('code_verifier')?.length).toBeGreaterThanOrEqual(43);
    expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);
    expect(problems).toEqual([]);
  });

  it('lasts for the tab, over a reload, and ends where it began', async () => {
    const { page } = await signInAs('maintainer');
    const signOut = page.getByRole('button', { name: 'Sign out' });
    await signOut.waitFor();
    await page.reload();
    await signOut.click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(page.url()).toBe(`${site.address}/maintainers/`);
    expect(standIn.signedOut.length).toBeGreaterThan(0);
    await page.reload();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
  });

  it('lets nobody in who thinks better of it', async () => {
    const { page } = await signInAs('cancel');
    await page.getByRole('alert').filter({ hasText: 'Signing in did not work' }).waitFor();
    expect(page.url()).toBe(`${site.address}/maintainers/#/tickets`);
  });

  it('tells somebody without a role that they have none', async () => {
    const { page } = await signInAs('nobody');
    await page.getByRole('alert').filter({ hasText: 'no role' }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
  });
});

describe('a way back that is not ours', () => {
  it('is refused, and its code is not redeemed', async () => {
    const before = standIn.redeemed.length;
    const { page } = await site.visit('/maintainers/?code=stolen&state=guessed');
    await page.getByRole('alert').filter({ hasText: 'Signing in did not work' }).waitFor();
    expect(standIn.redeemed.length).toBe(before);
    expect(page.url()).toBe(`${site.address}/maintainers/`);
  });

  it('is refused with another state', async () => {
    const before = standIn.redeemed.length;
    const { page } = await site.visit('/maintainers/');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const link = page.getByRole('link', { name: 'maintainer' });
    const back = new URL((await link.getAttribute('href')) ?? '');
    back.searchParams.set('state', 'of somebody else');
    await page.goto(back.href);
    await page.getByRole('alert').waitFor();
    expect(standIn.redeemed.length).toBe(before);
  });

  it('works once', async () => {
    const { page } = await site.visit('/maintainers/#/tickets');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const back = (await page.getByRole('link', { name: 'maintainer' }).getAttribute('href')) ?? '';
    await page.goto(back);
    await page.getByRole('heading', { name: 'Requests', level: 1 }).waitFor();
    await page.goto(back);
    await page.getByRole('alert').filter({ hasText: 'Signing in did not work' }).waitFor();
  });

  it.each([
    ['for another client', { aud: 'another' }],
    ['of another issuer', { iss: 'https://elsewhere.example' }],
    ['for another attempt', { nonce: 'another' }],
  ])('is refused with an ID token %s', async (_, claims) => {
    standIn.idTokenSays(claims);
    const { page } = await signInAs('maintainer');
    await page.getByRole('alert').filter({ hasText: 'Signing in did not work' }).waitFor();
    standIn.idTokenSays({});
  });
});

describe('a reader', () => {
  it('sees requests without how to reach anybody, and changes none', async () => {
    const ticket = { channel: 'email', contact: 'visitor@example.org', text: 'Please write to me' };
    const headers = { 'content-type': 'application/json' };
    await fetch(`${site.address}/v1/tickets`, { method: 'POST', headers, body: JSON.stringify(ticket) });
    const { page } = await signInAs('reader', '/maintainers/#/tickets');
    await page.getByText('Please write to me').waitFor();
    const main = page.getByRole('main');
    expect(await main.getByText('Maintainers only').count()).toBe(1);
    expect(await main.textContent()).not.toContain('visitor@example.org');
    expect(await main.getByText('You can read requests').count()).toBe(1);
    expect(await main.getByRole('combobox', { name: 'Status' }).count()).toBe(0);
  });
});
