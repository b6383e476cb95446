/** What every view is given, and the small parts that they share. */
import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit-html';
import type { PageActions } from '../actions.ts';
import type { Formats } from '../formats.ts';
import type { PageState, Remote } from '../page-state.ts';
import type { Translate } from '../strings.ts';

export interface View extends PageActions {
  readonly state: PageState;
  readonly t: Translate;
  readonly show: Formats;
}

type Cell = string | TemplateResult | typeof nothing;
/** What a part of a template may be. */
export type Part = TemplateResult | typeof nothing;

/** Returns what was asked of the API once it is there; until then that it comes, or why it does not. */
export function remote<T>(asked: Remote<T>, view: View, ready: (value: T) => Part): Part {
  const { t } = view;
  if (asked.failure !== undefined)
    return html`<div class="card failed" role="alert"><p>${t('failed', { reason: asked.failure })}</p>
      <button type="button" class="button" @click=${view.load}>${t('again')}</button></div>`;
  if (asked.value === undefined) return asked.isLoading ? html`<p class="empty">${t('loading')}</p>` : nothing;
  return html`<div class="loaded" aria-busy=${asked.isLoading}>${ready(asked.value)}</div>`;
}

/** Returns a sentence in place of a list without items. */
export function empty(sentence: string): TemplateResult {
  return html`<p class="empty card">${sentence}</p>`;
}

export interface TableOfFigures {
  readonly label: string;
  readonly head: readonly string[];
  /** The first cell of each row names it. */
  readonly rows: readonly (readonly Cell[])[];
}

/** Returns a table that scrolls within itself; the keyboard reaches it. */
export function table({ label, head, rows }: TableOfFigures): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${label}><table>
    <thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${rows.map(
      ([name, ...cells]) =>
        html`<tr><th scope="row">${name}</th>${cells.map((cell, at) => html`<td data-head=${head[at + 1] ?? ''}>${cell}</td>`)}</tr>`,
    )}</tbody></table></div>`;
}

/** Returns lines of a phrasings file with the button that copies them, and where they go if they are for an entry. */
export function phrasing(yaml: string, entryId: string | null | undefined, view: View): TemplateResult {
  const { t, state } = view;
  if (yaml === '') return html`<p class="small">${t('unanswered.noLanguage')}</p>`;
  const isCopied = state.copied === yaml;
  return html`<div class="phrasing">
    <div class="row"><span class="small file">${pasteInto(entryId, view)}</span>
      <button type="button" class="quiet" @click=${() => view.copy(yaml)}>${isCopied ? `✓ ${t('unanswered.copied')}` : t('unanswered.copy')}</button></div>
    <pre><code>${yaml}</code></pre></div>`;
}

/** Returns the question of an entry, or its id while names are not there. */
export function entryName(id: string, { state }: View): string {
  return state.entries.get(id)?.question ?? id;
}

/** Where an entry's phrasings are kept is known once its group is. */
function pasteInto(id: string | null | undefined, { state, t }: View): string {
  const entry = id ? state.entries.get(id) : undefined;
  if (!entry) return t('unanswered.paste');
  const file = `faq/${entry.group}/${entry.id}.phrasings.yaml`;
  return t('unanswered.into', { file, command: `npm run faq:add -- ${entry.id}` });
}

/** Returns a bar of a share (0–1) with marks at others. */
export function bar(share: number, marks: readonly number[] = []): TemplateResult {
  return html`<svg class="bar" aria-hidden="true" focusable="false"><rect class="track" width="100%" height="100%" rx="4" /><rect class="fill" width="${share * 100}%" height="100%" rx="4" />${marks.map(limitMark)}</svg>`;
}

function limitMark(share: number): SVGTemplateResult {
  return svg`<line class="limit" x1="${share * 100}%" x2="${share * 100}%" y1="0" y2="100%" />`;
}
