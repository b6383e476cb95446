/** Answers in the browser when the API is down: the same code, and a copy of the catalogue, loaded only then. */
import { openCatalogue } from '../../functions/catalogue/open.ts';
import { replyTo } from '../../functions/conversation/reply.ts';
import type { BrowserAnswers } from '../widget/lazy-modules.ts';

/** Names of the built files, filled in by the build. */
declare const CATALOGUE_FILE: string;
declare const MATCHER_FILE: string;

/** This module lies in `assets/`, and the files' names begin with that. */
const HOME = new URL('..', import.meta.url);
const NOT_PUBLISHED = 0;

async function load(file: string): Promise<Response> {
  const response = await fetch(new URL(file, HOME));
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response;
}

async function loadCatalogue() {
  const [published, bytes] = await Promise.all([
    load(CATALOGUE_FILE).then((response) => response.json()),
    load(MATCHER_FILE).then((response) => response.arrayBuffer()),
  ]);
  return openCatalogue({ ...published, version: NOT_PUBLISHED, matcher: new Uint8Array(bytes) });
}

let loading: ReturnType<typeof loadCatalogue> | undefined;

export const answer: BrowserAnswers['answer'] = async ({ text, asked, pageLocale, previous }) => {
  loading ??= loadCatalogue();
  const catalogue = await loading.catch((error: unknown) => {
    // The next question tries again.
    loading = undefined;
    throw error;
  });
  const turn = { text, browserLocale: pageLocale, ...(asked && { askedLocale: asked }), ...(previous && { previous }) };
  return replyTo(turn, catalogue, new Date());
};
