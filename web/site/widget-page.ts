/** `docs/widget.md` as a page, with its examples alive. */
import { raw } from 'hono/html';
import { Marked } from 'marked';
import type { Assets, Page } from './document.ts';

/** Returns what the live examples of a document need, in its order: styles and script. */
export function liveParts(markdown: string): { readonly css: string; readonly js: string } {
  const all = (language: string) =>
    [...markdown.matchAll(/^```(\w+) live\n([\s\S]*?)^```$/gm)]
      .flatMap(([, name, code]) => (name === language && code ? [code] : []))
      .join('\n');
  return { css: all('css'), js: all('js') };
}

/** Returns the page. Its snippet names the script of this build. */
export function widgetPage(markdown: string, assets: Assets, siteUrl: string): Page {
  const own = markdown
    .replaceAll('https://your-domain/assets/widget.HASH.js', `${siteUrl}/${assets.widget}`)
    .replaceAll('sha384-HASH', assets.integrity)
    .replaceAll('https://your-domain', siteUrl);
  return {
    locale: 'en',
    languages: ['en'],
    title: 'Simtolk on your own site',
    description:
      'One script tag puts the Simtolk chat on your site: attributes, events, methods, colours, with examples.',
    addressIn: () => '/embed/',
    extra: assets.embed,
    body: raw(`<article class="entry wide">${marked.parse(own, { async: false })}</article>`),
  };
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

/** The document is our own, so the HTML of its live examples is run as it stands. */
const marked = new Marked({
  renderer: {
    code: ({ text, lang }) =>
      `<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>${lang === 'html live' ? text : ''}`,
    table(token) {
      const row = (cells: string[]) => `<tr>${cells.join('')}</tr>`;
      const head = token.header.map(({ tokens }) => `<th scope="col">${this.parser.parseInline(tokens)}</th>`);
      const body = token.rows.map((cells) =>
        row(cells.map(({ tokens }) => `<td>${this.parser.parseInline(tokens)}</td>`)),
      );
      return `<div class="scrolling" tabindex="0"><table><thead>${row(head)}</thead><tbody>${body.join('')}</tbody></table></div>`;
    },
  },
});
