/** Renders the Markdown of answers: a library writes HTML, and only what is allowed of it is built anew. */
import { html, nothing, type TemplateResult } from 'lit-html';
import snarkdown from 'snarkdown';

type Rendered = string | TemplateResult | Rendered[];

/** The elements that Markdown may become; of any other only the text is left. */
const ALLOWED: Readonly<Record<string, (content: Rendered, node: Element) => Rendered>> = {
  STRONG: (content) => html`<strong>${content}</strong>`,
  EM: (content) => html`<em>${content}</em>`,
  CODE: (content) => html`<code>${content}</code>`,
  UL: (content) => html`<ul>${content}</ul>`,
  OL: (content) => html`<ol>${content}</ol>`,
  LI: (content) => html`<li>${content}</li>`,
  BR: () => html`<br>`,
  A: (content, node) =>
    html`<a href=${safeAddress(node.getAttribute('href')) ?? nothing} target="_blank" rel="noopener">${content}</a>`,
};
const DROPPED_WHOLE = /^(script|style|template|iframe|object|svg|math)$/i;

/** Raw HTML, which entries may not hold. */
const TAG = /<\/?[a-z!][^>]*(?:>|$)/gi;

const rendered = new Map<string, Rendered>();

/** Returns a Markdown text as templates; what is not Markdown's own HTML is gone. */
export function markdown(text: string): Rendered {
  const known = rendered.get(text);
  if (known !== undefined) return known;
  // What is inside a template runs no scripts and loads nothing; tags that entries may not hold go before all the same.
  const inert = document.createElement('template');
  inert.innerHTML = snarkdown(text.replace(TAG, ''));
  const result = contentOf(inert.content);
  rendered.set(text, result);
  return result;
}

function contentOf(parent: Node): Rendered {
  return [...parent.childNodes].map((node) => {
    if (!(node instanceof Element)) return node instanceof Text ? node.data : '';
    if (DROPPED_WHOLE.test(node.tagName)) return '';
    const content = contentOf(node);
    return ALLOWED[node.tagName]?.(content, node) ?? content;
  });
}

/** Returns the address if following it can only open a page, a mail or a call. */
export function safeAddress(address: string | null): string | undefined {
  return address && /^(https:\/\/|mailto:|tel:)/i.test(address) ? address : undefined;
}
