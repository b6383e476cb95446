/** Renders the Markdown of entries for static pages; HTML inside it is shown as text, and only safe links are links. */
import { raw } from 'hono/html';
import { Marked } from 'marked';
import type { Html } from './document.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
const SAFE_LINK = /^(https:\/\/|mailto:|tel:)/i;

const marked = new Marked({
  renderer: {
    html: ({ text }) => escapeHtml(text),
    image: ({ text }) => escapeHtml(text),
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens);
      return SAFE_LINK.test(href) ? `<a href="${escapeHtml(href)}" rel="noopener">${text}</a>` : text;
    },
  },
});

/** Returns paragraphs and lists. */
export function renderedMarkdown(markdown: string): Html {
  return raw(marked.parse(markdown, { async: false }));
}

/** Returns text without a paragraph around it. */
export function renderedLine(markdown: string): Html {
  return raw(marked.parseInline(markdown, { async: false }));
}

/** Returns the text that the Markdown shows. */
export function plainText(markdown: string): string {
  return markdown.replace(/\*\*|`/g, '').replace(/\[([^[\]]+)\]\(([^()]+)\)/g, '$1');
}
