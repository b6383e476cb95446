/** The pages that are not about one question: home, about, and the one that is not there. */
import { html, raw } from 'hono/html';
import type { Locale, PublishedCatalogue } from '../../functions/catalogue/catalogue.ts';
import { translatorFor } from '../../functions/conversation/translate.ts';
import { type Assets, aboutOf, homeOf, type Page, searchForm } from './document.ts';
import { groupList } from './faq-pages.ts';

const MOST_IN_GROUP = 4;

/** Returns the home page. Until the widget runs, and where it cannot, a search form stands in its place. */
export function homePage(locale: Locale, catalogue: PublishedCatalogue): Page {
  const t = translatorFor(locale);
  const heading = t('page.site.heading').split('\n');
  return {
    locale,
    title: t('page.site.title'),
    description: t('page.site.description'),
    addressIn: homeOf,
    data: { '@context': 'https://schema.org', '@type': 'WebSite', name: 'Simtolk', inLanguage: locale },
    body: html`<div class="hero"><div class="intro"><h1>${heading.map((line) => html`<span>${line}</span> `)}</h1><p class="lead">${t('page.site.lead')}</p></div>
<simtolk-chat inline languages="off" locale="${locale}">${searchForm(locale)}</simtolk-chat></div>
<section class="browse" aria-label="${t('page.site.faq')}">${groupList(locale, catalogue, MOST_IN_GROUP)}</section>`,
  };
}

/** Returns the page on privacy and accessibility. */
export function aboutPage(locale: Locale): Page {
  const t = translatorFor(locale);
  const paragraphs = (key: 'page.site.privacy' | 'page.site.accessibility') =>
    t(key, { returnObjects: true }).map((text) => html`<p>${text}</p>`);
  return {
    locale,
    title: `${t('page.site.about')} · Simtolk`,
    description: t('page.site.aboutLead'),
    addressIn: aboutOf,
    body: html`<article class="entry"><h1>${t('page.site.about')}</h1><p class="lead">${t('page.site.aboutLead')}</p>
<h2 id="privacy">${t('page.site.privacyTitle')}</h2>${paragraphs('page.site.privacy')}
<h2 id="accessibility">${t('page.site.accessibilityTitle')}</h2>${paragraphs('page.site.accessibility')}</article>`,
  };
}

/** Returns what is shown for an address that is none. */
export function notFoundPage(locale: Locale, catalogue: PublishedCatalogue): Page {
  const t = translatorFor(locale);
  return {
    locale,
    title: `${t('page.site.notFoundTitle')} · Simtolk`,
    description: t('page.site.notFoundText'),
    addressIn: homeOf,
    isFound: false,
    body: html`<h1>${t('page.site.notFoundTitle')}</h1><p class="lead">${t('page.site.notFoundText')}</p>${searchForm(locale)}${groupList(locale, catalogue, MOST_IN_GROUP)}`,
  };
}

/** Returns the page for those who put the widget on their own site: the snippet, and the widget itself to try. */
export function embedPage({ widget, integrity }: Assets, siteUrl: string): Page {
  const snippet = `<script src="${siteUrl}/${widget}" integrity="${integrity}" crossorigin="anonymous" defer></script>\n<simtolk-chat locale="nl"></simtolk-chat>`;
  const examples = [
    '<simtolk-chat locale="nl"></simtolk-chat>',
    '<simtolk-chat locale="zh-Hant" inline></simtolk-chat>',
  ];
  return {
    locale: 'en',
    title: 'Simtolk on your own site',
    description: 'One script tag puts the Simtolk chat on your site.',
    addressIn: () => '/embed/',
    body: html`<article class="entry"><h1>Simtolk on your own site</h1>
<p class="lead">One script tag and one element. At most 20 kB, no cookies, no third parties.</p>
<pre tabindex="0"><code>${snippet}</code></pre>
<h2>Floating</h2><p>The round button at the corner of this page is <code>${examples[0]}</code>.</p>
<h2>Inline, in Traditional Chinese</h2><p><code>${examples[1]}</code></p>
<simtolk-chat locale="zh-Hant" inline></simtolk-chat>
<p>Attributes, methods, events, parts and colours are described in <code>docs/widget.md</code>.</p></article>${raw(examples[0] ?? '')}`,
  };
}
