/** A site that was used, and the maintainers' page open in front of it. */
import type { BrowserContextOptions } from 'playwright-core';
import { MAINTAINERS_TOKEN, type Site, type Visit } from './site.ts';

export const ATTACK = '<img src=x onerror="window.attacked=1"><script>window.attacked=1</script>';

/** Has visitors ask, mark, comment and wait; returns what is needed to find it again. */
export async function useSite({ address }: Site): Promise<{ readonly ticketId: string }> {
  const post = async (path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await response.json()) as { messageId: string; conversationId: string; ticketId: string };
  };
  const ask = (text: string, more = {}) => post('/v1/messages', { text, ...more });
  const mark = async (text: string, judgement: object) => {
    const { messageId } = await ask(text);
    await post('/v1/feedback', { messageId, ...judgement });
  };
  for (const rating of [1, 2])
    await mark('waar vind ik mijn pukcode', { helpful: false, rating, comment: 'te vaag, ik zie geen knop' });
  await mark('how do I install my esim on an iphone', { helpful: true, rating: 5 });
  await mark('怎么退款', { helpful: false, comment: ATTACK });
  await ask('do you sell marsmobil wallpaper');
  await ask('do you sell marsmobil wallpapers?');
  await ask('verkopen jullie marsmobil behang');
  await ask(`${ATTACK} wallpaper`);
  const { conversationId } = await ask('no internet after landing');
  await ask('I want to talk to a human', { conversationId });
  const contact = { channel: 'phone', contact: '+31 6 12345678', locale: 'en' };
  const { ticketId } = await post('/v1/tickets', { ...contact, text: 'It hangs at the third step', conversationId });
  return { ticketId };
}

/** Opens a view as the maintainer, once what it shows is there. */
export async function openView(site: Site, hash: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const visit = await site.visit(`/maintainers/${hash}`, options);
  await visit.page.locator('input[name=token]').fill(MAINTAINERS_TOKEN);
  await visit.page.locator('form button').click();
  await shown(visit);
  return visit;
}

/** Waits until what the view asked for is there. */
export async function shown({ page }: Pick<Visit, 'page'>): Promise<void> {
  await page.locator('main .loaded[aria-busy=false]').waitFor();
}
