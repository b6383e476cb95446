/** The frame of every page: head, header, footer, in one locale. */
import { html, raw } from 'hono/html';
import { LOCALES, type Locale } from '../../functions/catalogue/catalogue.ts';
import { type Translate, translatorFor } from '../../functions/conversation/translate.ts';
import { MARK_PATH } from '../mark-path.ts';

export type Html = ReturnType<typeof html>;

/** Names of the built files. */
export interface Assets {
  readonly widget: string;
  /** Of the widget, for a `script` tag elsewhere. */
  readonly integrity: string;
  readonly page: string;
  readonly css: string;
  /** What the widget's examples need besides. */
  readonly embed: Extra;
}

/** Files of one page alone. */
export interface Extra {
  readonly css: string;
  readonly js: string;
}

export interface Page {
  readonly locale: Locale;
  readonly title: string;
  readonly description: string;
  /** Address of this page in each locale, from the root. */
  readonly addressIn: (locale: Locale) => string;
  /** What this page is to search engines, as JSON-LD. */
  readonly data?: object;
  readonly isFound?: boolean;
  /** All of them, unless said otherwise. */
  readonly languages?: readonly Locale[];
  readonly extra?: Extra;
  /** With the chat behind its floating button. */
  readonly hasFloatingChat?: boolean;
  readonly body: Html;
}

/** Each language by its own name. */
const NAMES: Readonly<Record<Locale, string>> = { en: 'English', nl: 'Nederlands', zh: '简体', 'zh-Hant': '繁體' };

/** No inline script or style, nothing from third parties. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'";

/** Returns the part of an address that names the locale. */
export const folderOf = (locale: Locale): string => locale.toLowerCase();
export const homeOf = (locale: Locale): string => `/${folderOf(locale)}/`;
export const faqOf = (locale: Locale, id?: string): string => `/faq/${folderOf(locale)}/${id ? `${id}/` : ''}`;
export const aboutOf = (locale: Locale): string => `/about/${folderOf(locale)}/`;

/** Returns the mark as SVG that takes its colours from the page's style sheet. */
export const markSvg = (): Html =>
  html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path class="card" d="${MARK_PATH}"/><path class="waves" d="M10 19.5v-3M15.5 19.5v-7M21 19.5v-11"/></svg>`;

/** Returns the HTML of a page. `siteUrl` is the address of the site without a slash at its end. */
export function htmlDocument(page: Page, assets: Assets, siteUrl: string): string {
  const { locale, title, description, addressIn, data, isFound = true, languages = LOCALES, extra } = page;
  const { hasFloatingChat = false, body } = page;
  const t = translatorFor(locale);
  const alternates = languages.map(
    (one) => html`<link rel="alternate" hreflang="${hreflang(one)}" href="${siteUrl}${addressIn(one)}">`,
  );
  return String(html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${raw(CONTENT_SECURITY_POLICY)}">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#0b6a5c">
${isFound ? html`<link rel="canonical" href="${siteUrl}${addressIn(locale)}">${alternates}<link rel="alternate" hreflang="x-default" href="${siteUrl}${addressIn('en')}">` : html`<meta name="robots" content="noindex">`}
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/${assets.css}">
<script src="/${assets.page}"></script>
<script src="/${assets.widget}" defer></script>
${extra ? html`<link rel="stylesheet" href="/${extra.css}"><script src="/${extra.js}" defer></script>` : ''}
${data ? html`<script type="application/ld+json">${raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>` : ''}
</head>
<body>
<a class="skip" href="#main">${t('page.site.skip')}</a>
<header class="top">
<a class="brand" href="${homeOf(locale)}">${markSvg()}<span>Simtolk</span></a>
<nav class="languages" aria-label="${t('page.site.language')}">${languages.map((one) => languageLink(one, locale, addressIn(one)))}</nav>
</header>
<main id="main" tabindex="-1">${body}${hasFloatingChat ? html`<simtolk-chat locale="${locale}" languages="off"></simtolk-chat>` : ''}</main>
${footer(locale, t)}
</body>
</html>
`);
}

function languageLink(one: Locale, shown: Locale, address: string): Html {
  return html`<a href="${address}" lang="${one}" hreflang="${hreflang(one)}"${one === shown ? raw(' aria-current="true"') : ''}>${NAMES[one]}</a>`;
}

function footer(locale: Locale, t: Translate): Html {
  return html`<footer class="bottom"><a href="${faqOf(locale)}">${t('page.site.faq')}</a><a href="${aboutOf(locale)}">${t('page.site.about')}</a><a href="/embed/" hreflang="en">Widget</a><a href="/docs/" hreflang="en">API</a></footer>`;
}

function hreflang(locale: Locale): string {
  return locale === 'zh' ? 'zh-Hans' : locale;
}

/** Returns the form that answers without JavaScript. */
export function searchForm(locale: Locale, question = ''): Html {
  const t = translatorFor(locale);
  return html`<form class="search" action="/faq/search" role="search"><input type="hidden" name="locale" value="${locale}"><label><span>${t('page.site.searchLabel')}</span><input name="q" type="search" required maxlength="500" value="${question}" placeholder="${t('page.chat.placeholder')}"></label><button>${t('page.site.search')}</button></form>`;
}
