/** `GET /faq/search`: the search form of the static pages, for browsers without JavaScript. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { replyWithSecondLook } from '../conversation/second-look.ts';
import type { AppEnvironment, Dependencies } from './dependencies.ts';
import { rateLimit } from './guards.ts';
import { acceptedLocale } from './locale.ts';
import { localeTag, questionText } from './schemas.ts';
import { pageHeaders } from './security-headers.ts';

const PATH = '/faq/search';
const SEE_OTHER = 303;

/** Adds the route to the app. A sure answer leads to its own page; otherwise the closest questions are listed. */
export function addFaqSearch(app: OpenAPIHono<AppEnvironment>, dependencies: Dependencies): void {
  const { catalogue, secondLook, now } = dependencies;
  app.use(PATH, pageHeaders, rateLimit(dependencies));
  app.get(PATH, async (context) => {
    const asked = localeTag.safeParse(context.req.query('locale') ?? '');
    const locale = asked.data ?? acceptedLocale(context.req.header('accept-language'));
    const folder = `/faq/${locale.toLowerCase()}/`;
    const question = questionText.safeParse(context.req.query('q') ?? '');
    if (!question.success) return context.redirect(folder, SEE_OTHER);
    const turn = { text: question.data, askedLocale: locale, browserLocale: locale };
    const current = await catalogue.current();
    const { reply } = await replyWithSecondLook(turn, { catalogue: current, now, secondLook });
    if (reply.kind === 'answer' && reply.match) return context.redirect(`${folder}${reply.match}/`, SEE_OTHER);
    // Few visitors are without JavaScript: what writes the page is loaded when one is.
    const { resultsPage, setPageHeaders } = await import('./results-page.ts');
    setPageHeaders(context);
    return context.html(resultsPage(question.data, reply, locale));
  });
}
