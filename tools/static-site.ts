/** Serves `web/dist`: the home page in the visitor's language, assets for a year, HTML never stale, a 404 page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import type { App } from '../functions/http/app.ts';
import { acceptedLocale } from '../functions/http/locale.ts';
import { pageHeaders } from '../functions/http/security-headers.ts';
import type { PageConfig } from '../web/maintainers/page-config.ts';
import { CONTENT_SECURITY_POLICY, folderOf } from '../web/site/document.ts';

const A_YEAR = 'public, max-age=31536000, immutable';
const ALWAYS_ASKED = 'no-cache';
const WIDGET = 'public, max-age=300';
/** The API's documentation styles itself inline. */
const DOCUMENTATION_POLICY = CONTENT_SECURITY_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

/** Adds the site to an app, after the API's routes. `config` tells the maintainers' page how people sign in. */
export function addStaticSite(app: App, webFolder: string, config: PageConfig = {}): void {
  const files = serveStatic({ root: webFolder });
  app.use('*', notOfTheApi(compress()), notOfTheApi(pageHeaders));
  app.get('/config.json', (context) => context.json(config, 200, { 'cache-control': ALWAYS_ASKED }));
  app.use('/', async (context, next) => {
    context.header('vary', 'accept-language');
    return serveFile(
      webFolder,
      `${folderOf(acceptedLocale(context.req.header('accept-language')))}/index.html`,
      context,
      next,
    );
  });
  app.use('*', async (context, next) => {
    const { path } = context.req;
    if (isOfTheApi(path)) return next();
    setCaching(context, path, config);
    const found = await files(context, async () => undefined);
    if (found) return found;
    if (!context.req.header('accept')?.includes('text/html')) return next();
    context.header('cache-control', ALWAYS_ASKED);
    context.header('vary', 'accept-language');
    const folder = folderOf(acceptedLocale(context.req.header('accept-language')));
    return context.html(readFileSync(join(webFolder, `404/${folder}.html`), 'utf8'), 404);
  });
}

const serveFile = (root: string, path: string, context: Context, next: () => Promise<void>) => {
  setCaching(context, '/');
  return serveStatic({ root, path })(context, next);
};

function setCaching(context: Context, path: string, { signIn }: PageConfig = {}): void {
  const isAsset = path.startsWith('/assets/');
  context.header('cache-control', isAsset ? A_YEAR : path === '/widget.js' ? WIDGET : ALWAYS_ASKED);
  // Sites that embed the widget load its script, and its modules, from here.
  if (isAsset || path === '/widget.js') context.header('access-control-allow-origin', '*');
  const policy = path.startsWith('/docs/') ? DOCUMENTATION_POLICY : policyFor(signIn?.address);
  context.header('content-security-policy', `${policy}; frame-ancestors 'none'`);
}

/** The maintainers' page redeems its codes at the sign-in page. */
function policyFor(signInAddress = ''): string {
  return CONTENT_SECURITY_POLICY.replace("connect-src 'self'", `connect-src 'self' ${signInAddress}`.trim());
}

function isOfTheApi(path: string): boolean {
  return path.startsWith('/v1/');
}

function notOfTheApi(middleware: MiddlewareHandler): MiddlewareHandler {
  return (context, next) => (isOfTheApi(context.req.path) ? next() : middleware(context, next));
}
