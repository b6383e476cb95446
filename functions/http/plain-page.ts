/** The frame of the pages that the API itself writes: they work without JavaScript. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Locale } from '../catalogue/catalogue.ts';
import { translatorFor } from '../conversation/translate.ts';

type Html = ReturnType<typeof html>;

const SEARCH_PATH = '/faq/search';
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

interface PlainPage {
  readonly locale: Locale;
  readonly title: string;
  readonly body: Html;
}

/** Adds the headers that every such page has. */
export function setPageHeaders(context: Context): void {
  context.header('content-security-policy', POLICY);
  context.header('cache-control', 'no-store');
}

/** Returns the whole document. */
export function pageFrame({ locale, title, body }: PlainPage): Html {
  return html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">
<title>${title} · Simtolk</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/page.css"></head>
<body><header class="top"><a class="brand" href="/${locale.toLowerCase()}/"><img src="/icon.svg" alt="" width="32" height="32">Simtolk</a></header>
<main class="entry">${body}</main></body></html>`;
}

/** Returns the search form, with the question that was asked. */
export function searchForm(locale: Locale, question = ''): Html {
  const t = translatorFor(locale);
  return html`<form class="search" action="${SEARCH_PATH}" role="search"><input type="hidden" name="locale" value="${locale}"><label><span>${t('page.site.searchLabel')}</span><input name="q" type="search" required maxlength="500" value="${question}"></label><button>${t('page.site.search')}</button></form>`;
}
