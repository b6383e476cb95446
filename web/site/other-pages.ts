/** The pages that are not about one question: home, about, and the one that is not there. */
import { html } from 'hono/html';
import type { Locale, PublishedCatalogue } from '../../functions/catalogue/catalogue.ts';
import { translatorFor } from '../../functions/conversation/translate.ts';
import { aboutOf, homeOf, type Page, searchForm } from './document.ts';
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
    hasFloatingChat: true,
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
    hasFloatingChat: true,
    body: html`<h1>${t('page.site.notFoundTitle')}</h1><p class="lead">${t('page.site.notFoundText')}</p>${searchForm(locale)}${groupList(locale, catalogue, MOST_IN_GROUP)}`,
  };
}
