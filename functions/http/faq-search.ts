/** `GET /faq/search`: the search form of the static pages, for browsers without JavaScript. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { html } from 'hono/html';
import type { Locale } from '../catalogue/catalogue.ts';
import { type Reply, replyTo } from '../conversation/reply.ts';
import { translatorFor } from '../conversation/translate.ts';
import type { AppEnvironment, Dependencies } from './dependencies.ts';
import { rateLimit } from './guards.ts';
import { acceptedLocale } from './locale.ts';
import { pageFrame, searchForm, setPageHeaders } from './plain-page.ts';
import { localeTag, questionText } from './schemas.ts';
import { pageHeaders } from './security-headers.ts';

const PATH = '/faq/search';
const SEE_OTHER = 303;

/** Adds the route to the app. A sure answer leads to its own page; otherwise the closest questions are listed. */
export function addFaqSearch(app: OpenAPIHono<AppEnvironment>, dependencies: Dependencies): void {
  const { catalogue, now } = dependencies;
  app.use(PATH, pageHeaders, rateLimit(dependencies));
  app.get(PATH, async (context) => {
    const asked = localeTag.safeParse(context.req.query('locale') ?? '');
    const locale = asked.data ?? acceptedLocale(context.req.header('accept-language'));
    const folder = `/faq/${locale.toLowerCase()}/`;
    const question = questionText.safeParse(context.req.query('q') ?? '');
    if (!question.success) return context.redirect(folder, SEE_OTHER);
    const turn = { text: question.data, askedLocale: locale, browserLocale: locale };
    const { reply } = replyTo(turn, await catalogue.current(), now());
    if (reply.kind === 'answer' && reply.match) return context.redirect(`${folder}${reply.match}/`, SEE_OTHER);
    setPageHeaders(context);
    return context.html(resultsPage(question.data, reply, locale));
  });
}

function resultsPage(question: string, { kind, text, candidates, handoff }: Reply, locale: Locale) {
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
