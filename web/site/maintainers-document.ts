/** The document of the maintainers' page: a place for its script, and nothing that a search engine wants. */
import { html, raw } from 'hono/html';
import en from '../../locales/en/maintainers.json' with { type: 'json' };
import nl from '../../locales/nl/maintainers.json' with { type: 'json' };
import zh from '../../locales/zh/maintainers.json' with { type: 'json' };
import zhHant from '../../locales/zh-Hant/maintainers.json' with { type: 'json' };

export const MAINTAINERS_ADDRESS = '/maintainers/';

/** What the page may connect to is for the header to say: it alone knows the address of the sign-in page. */
const POLICY =
  "script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; object-src 'none'; frame-src 'none'; worker-src 'none'; base-uri 'none'; form-action 'self'";

export interface MaintainersAssets {
  readonly script: string;
  readonly css: string;
}

const NO_SCRIPT = { en: en.noScript, nl: nl.noScript, zh: zh.noScript, 'zh-Hant': zhHant.noScript };

/** Returns the HTML; without JavaScript it says in every language that it needs it. */
export function maintainersDocument({ script, css }: MaintainersAssets): string {
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${raw(POLICY)}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>Simtolk</title>
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#0b6a5c">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/${css}">
<script type="module" src="/${script}"></script>
</head>
<body>
<div id="page"></div>
<noscript>${Object.entries(NO_SCRIPT).map(([locale, text]) => html`<p lang="${locale}">${text}</p>`)}</noscript>
</body>
</html>
`);
}
