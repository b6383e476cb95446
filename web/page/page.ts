/** What the page does besides the widget. Runs before the page is drawn, so that a visitor's language comes first. */
import { isTraditional } from '../is-traditional.ts';

const FOLDERS = ['en', 'nl', 'zh', 'zh-hant'] as const;

type Chat = HTMLElement & { ask(text: string): Promise<void>; draft(text: string): void };

/** A static host cannot negotiate the language: then the browser does, on the home page only. */
function goToOwnLanguage(): void {
  if (location.pathname !== '/') return;
  const wanted = navigator.languages.map(folderFor).find((folder) => folder !== undefined);
  if (wanted && wanted !== document.documentElement.lang.toLowerCase())
    location.replace(`/${wanted}/${location.search}${location.hash}`);
}

function folderFor(tag: string): string | undefined {
  if (isTraditional(tag)) return 'zh-hant';
  return FOLDERS.find((folder) => folder === tag.toLowerCase().split('-')[0]);
}

/** A question in the list is asked in the chat; with a key for a new tab, or without JavaScript, it is a link. */
function askInstead(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-ask]') : null;
  const chat = document.querySelector<Chat>('simtolk-chat[inline]');
  if (!link || !chat || !('ask' in chat) || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  chat.scrollIntoView({ block: 'start' });
  void chat.ask(link.dataset.ask ?? '');
}

/** `?q=` fills in a question without sending it: nothing is asked before the visitor does. */
async function fillIn(): Promise<void> {
  const question = new URLSearchParams(location.search).get('q');
  if (!question) return;
  await customElements.whenDefined('simtolk-chat');
  document.querySelector<Chat>('simtolk-chat[inline]')?.draft(question);
}

goToOwnLanguage();
document.addEventListener('click', askInstead);
document.addEventListener('DOMContentLoaded', fillIn);
