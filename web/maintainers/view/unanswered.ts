/** Questions without a sure answer, alike ones together, each one step away from being a phrasing. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { QuestionGroup } from '../admin-client.ts';
import { kindsIn, languageName } from '../strings.ts';
import { empty, type Part, phrasing, remote, type View } from './parts.ts';

/** Returns the view. */
export function unanswered(view: View): Part {
  return remote(view.state.unanswered, view, ({ groups, questions }) => {
    const { t, state } = view;
    if (groups.length === 0) return empty(t('unanswered.nothing'));
    const { language } = state.filters;
    const shown = groups.filter(({ locale }) => language === '' || locale === language);
    return html`<p class="lead">${t('unanswered.lead', { count: questions })}</p>
      ${languageFilter(groups, view)}
      <ol class="list" role="list">${shown.map((group) => card(group, view))}</ol>`;
  });
}

function languageFilter(groups: readonly QuestionGroup[], view: View): TemplateResult {
  const { t, state } = view;
  const locales = [...new Set(groups.map(({ locale }) => locale))];
  return html`<label class="field filter"><span>${t('language')}</span>
    <select @change=${(event: Event) => view.filter({ language: (event.target as HTMLSelectElement).value })}>
      <option value="" .selected=${state.filters.language === ''}>${t('unanswered.all')}</option>
      ${locales.map((locale) => html`<option value=${locale} .selected=${locale === state.filters.language}>${languageName(locale, t)}</option>`)}
    </select></label>`;
}

function card({ locale, question, count, examples, nearest, yaml }: QuestionGroup, view: View): TemplateResult {
  const { t } = view;
  const others = examples.filter(
    ({ text }, at) => text !== question && examples.findIndex((one) => one.text === text) === at,
  );
  return html`<li class="card alike"><h2 lang=${locale}>${question}</h2>
    <p class="facts"><span class="tag">${languageName(locale, t)}</span> ${t('unanswered.asked', { count })}${lastReply(examples, view)}
      <a href="#/try?q=${encodeURIComponent(question)}">${t('unanswered.tryIt')}</a></p>
    <div class="columns"><div>
      ${others.length > 0 ? html`<h3>${t('unanswered.examples')}</h3><ul class="plain" lang=${locale}>${others.map(({ text }) => html`<li>${text}</li>`)}</ul>` : nothing}
      <h3>${t('unanswered.nearest')}</h3>${nearestEntries(nearest, view)}</div>
      ${phrasing(yaml, nearest[0]?.id, view)}</div></li>`;
}

/** What the newest of them got, and how sure that was; of what is no answer at all there is nothing to be sure. */
function lastReply([newest]: QuestionGroup['examples'], { t, show }: View): Part {
  if (!newest) return nothing;
  const kind = kindsIn(t).find(([name]) => name === newest.kind)?.[1] ?? newest.kind;
  if (newest.kind === 'fallback' || newest.kind === 'handoff') return html` · ${kind}`;
  return html` · ${kind}, ${t('unanswered.sure', { share: show.percent(newest.confidence) })}`;
}

function nearestEntries(nearest: QuestionGroup['nearest'], { t }: View): TemplateResult {
  if (nearest.length === 0) return html`<p class="small">${t('unanswered.none')}</p>`;
  return html`<ol class="plain">${nearest.map(({ id, question }) => html`<li>${question} <code>${id}</code></li>`)}</ol>`;
}
