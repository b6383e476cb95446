/** Every file of the site that is made from the catalogue and the strings. */
import { LOCALES, type PublishedCatalogue } from '../../functions/catalogue/catalogue.ts';
import { MARK_PATH } from '../mark-path.ts';
import { type Assets, aboutOf, faqOf, folderOf, homeOf, htmlDocument, type Page } from './document.ts';
import { entryPage, faqPage } from './faq-pages.ts';
import { aboutPage, homePage, notFoundPage } from './other-pages.ts';
import { widgetPage } from './widget-page.ts';

/** Returns paths below the site's root with their content. `siteUrl` has no slash at its end; the guide is Markdown. */
export function* siteFiles(
  catalogue: PublishedCatalogue,
  assets: Assets,
  siteUrl: string,
  widgetGuide: string,
): Generator<readonly [path: string, content: string]> {
  const file = (address: string, page: Page) =>
    [`${address.slice(1)}index.html`, htmlDocument(page, assets, siteUrl)] as const;
  for (const locale of LOCALES) {
    yield file(homeOf(locale), homePage(locale, catalogue));
    yield file(aboutOf(locale), aboutPage(locale));
    yield file(faqOf(locale), faqPage(locale, catalogue));
    for (const entry of catalogue.entries) yield file(faqOf(locale, entry.id), entryPage(entry, locale, catalogue));
    yield [`404/${folderOf(locale)}.html`, htmlDocument(notFoundPage(locale, catalogue), assets, siteUrl)];
  }
  yield file('/', homePage('en', catalogue));
  yield file('/embed/', widgetPage(widgetGuide, assets, siteUrl));
  yield ['404.html', htmlDocument(notFoundPage('en', catalogue), assets, siteUrl)];
  yield ['icon.svg', icon()];
  yield ['robots.txt', `User-agent: *\nAllow: /\nSitemap: ${siteUrl}/sitemap.xml\n`];
  yield ['sitemap.xml', sitemap(catalogue, siteUrl)];
}

function sitemap({ entries }: PublishedCatalogue, siteUrl: string): string {
  const pages: [address: typeof homeOf, updated: string | undefined][] = [
    [homeOf, undefined],
    [(locale) => faqOf(locale), undefined],
    [aboutOf, undefined],
    ...entries.map(({ id, updated }): [typeof homeOf, string] => [(locale) => faqOf(locale, id), updated]),
  ];
  const urls = pages.flatMap(([addressIn, updated]) =>
    LOCALES.map(
      (locale) =>
        `<url><loc>${siteUrl}${addressIn(locale)}</loc>${updated ? `<lastmod>${updated}</lastmod>` : ''}</url>`,
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}

function icon(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#0b6a5c" d="${MARK_PATH}"/><path fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" d="M10 19.5v-3M15.5 19.5v-7M21 19.5v-11"/></svg>\n`;
}
