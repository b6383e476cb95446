/** The 404 of an address that a person opened: a page in the visitor's language, with the search form. */
import type { Context } from 'hono';
import { LOCALES } from '../catalogue/catalogue.ts';
import { translatorFor } from '../conversation/translate.ts';
import { acceptedLocale } from './locale.ts';

const NOT_FOUND = 404;
/** CloudFront asks for a folder's `index.html`: that is a page. */
const FILE = /\.(?!html$)\w+$/;

/** Returns the page, or undefined for the API's own paths, for files, and for programs, which want problem details. */
export async function notFoundPage(context: Context): Promise<Response | undefined> {
  const { path } = context.req;
  if (path.startsWith('/v1') || FILE.test(path) || !context.req.header('accept')?.includes('text/html'))
    return undefined;
  // The address says the language of the page that was meant; a cache in front may have dropped what the browser accepts.
  const folders = path.toLowerCase().split('/');
  const locale =
    LOCALES.find((one) => folders.includes(one.toLowerCase())) ?? acceptedLocale(context.req.header('accept-language'));
  // Programs ask for most of what is not there: what writes the page is loaded when a person does.
  const [{ html }, { pageFrame, searchForm, setPageHeaders }] = await Promise.all([
    import('hono/html'),
    import('./plain-page.ts'),
  ]);
  const t = translatorFor(locale);
  const body = html`<h1>${t('page.site.notFoundTitle')}</h1><p class="lead">${t('page.site.notFoundText')}</p>
${searchForm(locale)}<p><a href="/faq/${locale.toLowerCase()}/">${t('page.site.faq')}</a></p>`;
  setPageHeaders(context);
  context.header('vary', 'accept-language');
  return context.html(pageFrame({ locale, title: t('page.site.notFoundTitle'), body }), NOT_FOUND);
}
