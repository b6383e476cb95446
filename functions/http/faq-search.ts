/** `GET /faq/search`: the search form of the static pages, for browsers without JavaScript. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { html } from 'hono/html';
import type { Locale } from '../catalogue/catalogue.ts';
import { type Reply, replyTo } from '../conversation/reply.ts';
import { translatorFor } from '../conversation/translate.ts';
import type { AppEnvironment, Dependencies } from './dependencies.ts';
import { rateLimit } from './guards.ts';
import { acceptedLocale } from './locale.ts';
import { localeTag, questionText } from './schemas.ts';
import { pageHeaders } from './security-headers.ts';

const PATH = '/faq/search';
const SEE_OTHER = 303;
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

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
    context.header('content-security-policy', POLICY);
    context.header('cache-control', 'no-store');
    return context.html(resultsPage(question.data, reply, locale));
  });
}

function resultsPage(question: string, { kind, text, candidates, handoff }: Reply, locale: Locale) {
  const t = translatorFor(locale);
  const folder = `/faq/${locale.toLowerCase()}/`;
  const headline = kind === 'smalltalk' ? text : (text.split('\n')[0] ?? '');
  return html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">
<title>${t('page.site.results', { question })} · Simtolk</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/page.css"></head>
<body><header class="top"><a class="brand" href="/${locale.toLowerCase()}/"><img src="/icon.svg" alt="" width="32" height="32">Simtolk</a></header>
<main class="entry"><h1>${t('page.site.results', { question })}</h1><p class="lead">${headline}</p>
${candidates.length > 0 ? html`<nav class="related" aria-labelledby="closest"><h2 id="closest">${t('page.site.closest')}</h2><ul>${candidates.map((one) => html`<li><a href="${folder}${one.id}/">${one.question}</a></li>`)}</ul></nav>` : ''}
${handoff ? html`<ul class="people">${handoff.channels.map(({ name, contact, url, state }) => html`<li>${name}: <a href="${url}">${contact}</a> (${state})</li>`)}</ul>` : ''}
<form class="search" action="${PATH}" role="search"><input type="hidden" name="locale" value="${locale}"><label><span>${t('page.site.searchLabel')}</span><input name="q" type="search" required maxlength="500" value="${question}"></label><button>${t('page.site.search')}</button></form>
<p><a href="${folder}">${t('page.site.faq')}</a></p></main></body></html>`;
}
