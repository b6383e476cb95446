/** What visitors said of replies, by topic. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { FeedbackItem, FeedbackList } from '../admin-client.ts';
import { topicName } from '../strings.ts';
import { empty, entryName, type Part, phrasing, remote, table, type View } from './parts.ts';

/** Returns the view. */
export function feedback(view: View): Part {
  return remote(view.state.feedback, view, ({ topics, items }) => {
    const { t, state } = view;
    if (items.length === 0) return empty(t('feedback.nothing'));
    const { topic, onlyComments } = state.filters;
    const shown = items.filter((item) => (topic === '' || item.topic === topic) && (!onlyComments || item.comment));
    return html`<p class="lead">${t('feedback.lead')}</p>
      <section class="card" aria-labelledby="topics"><h2 id="topics">${t('feedback.topics')}</h2>${topicTable(topics, view)}</section>
      ${filters(topics, view)}
      ${shown.length === 0 ? empty(t('feedback.noneOfTopic')) : html`<ol class="list" role="list">${shown.map((item) => card(item, view))}</ol>`}`;
  });
}

function topicTable(topics: FeedbackList['topics'], { t, show }: View): TemplateResult {
  return table({
    label: t('overview.table', { name: t('feedback.topics') }),
    head: [t('feedback.topic'), t('feedback.unhelpful'), t('feedback.helpful'), t('feedback.comments')],
    rows: topics.map(({ topic, helpful, unhelpful, comments }) => [
      topicName(topic, t),
      ...[unhelpful, helpful, comments].map(show.number),
    ]),
  });
}

function filters(topics: FeedbackList['topics'], view: View): TemplateResult {
  const { t, state } = view;
  const { topic: chosen, onlyComments } = state.filters;
  return html`<div class="filters"><label class="field"><span>${t('feedback.topic')}</span>
    <select @change=${(event: Event) => view.filter({ topic: (event.target as HTMLSelectElement).value })}>
      <option value="" .selected=${chosen === ''}>${t('feedback.all')}</option>
      ${topics.map(({ topic }) => html`<option value=${topic} .selected=${topic === chosen}>${topicName(topic, t)}</option>`)}
    </select></label>
    <label class="check"><input type="checkbox" .checked=${onlyComments} @change=${(event: Event) => view.filter({ onlyComments: (event.target as HTMLInputElement).checked })}>${t('feedback.onlyComments')}</label></div>`;
}

function card(
  { at, helpful, rating, comment, topic, kind, match, question, questionLocale, yaml }: FeedbackItem,
  view: View,
): TemplateResult {
  const { t, show } = view;
  const canBePhrasing = kind !== 'smalltalk' && kind !== 'handoff';
  return html`<li class="card item"><p class="facts"><span class=${helpful ? 'tag good' : 'tag bad'}>${t(helpful ? 'feedback.helpful' : 'feedback.unhelpful')}</span>
      ${rating === undefined ? nothing : html`<span role="img" class="stars" aria-label=${t('feedback.stars', { count: rating })}>${'★'.repeat(rating)}<span>${'★'.repeat(5 - rating)}</span></span>`}
      <span>${topicName(topic, t)}</span> <span class="soft">${show.moment(at)}</span></p>
    ${comment ? html`<blockquote>${comment}</blockquote>` : nothing}
    <dl class="pairs"><dt>${t('feedback.question')}</dt><dd lang=${questionLocale}>${question}</dd>
      ${match && !match.startsWith('@') ? html`<dt>${t('feedback.reply')}</dt><dd>${entryName(match, view)}</dd>` : nothing}</dl>
    ${canBePhrasing ? html`<details><summary>${t('unanswered.paste')}</summary>${phrasing(yaml, match, view)}</details>` : nothing}</li>`;
}
