/** The page that the search form leads to when no answer is sure: the closest questions, and people who help. */
import { html } from 'hono/html';
import type { Locale } from '../catalogue/catalogue.ts';
import type { Reply } from '../conversation/reply.ts';
import { translatorFor } from '../conversation/translate.ts';
import { pageFrame, searchForm } from './plain-page.ts';

export { setPageHeaders } from './plain-page.ts';

/** Returns the whole document. */
export function resultsPage(question: string, { kind, text, candidates, handoff }: Reply, locale: Locale) {
  const t = translatorFor(locale);
  const folder = `/faq/${locale.toLowerCase()}/`;
  const headline = kind === 'smalltalk' ? text : (text.split('\n')[0] ?? '');
  const body = html`<h1>${t('page.site.results', { question })}</h1><p class="lead">${headline}</p>
${candidates.length > 0 ? html`<nav class="related" aria-labelledby="closest"><h2 id="closest">${t('page.site.closest')}</h2><ul>${candidates.map((one) => html`<li><a href="${folder}${one.id}/">${one.question}</a></li>`)}</ul></nav>` : ''}
${handoff ? html`<ul class="people">${handoff.channels.map(({ name, contact, url, state }) => html`<li>${name}: <a href="${url}">${contact}</a> (${state})</li>`)}</ul>` : ''}
${searchForm(locale, question)}
<p><a href="${folder}">${t('page.site.faq')}</a></p>`;
  return pageFrame({ locale, title: t('page.site.results', { question }), body });
}
