/** Entries with their marks, the worst first, with how sure each share is. */
import { html, type TemplateResult } from 'lit-html';
import type { EntryInsight, Share } from '../admin-client.ts';
import { empty, type Part, remote, table, type View } from './parts.ts';

/** Returns the view. */
export function entries(view: View): Part {
  return remote(view.state.insights, view, ({ entries: all }) => {
    const { t } = view;
    if (all.length === 0) return empty(t('entries.nothing'));
    return html`<p class="lead">${t('entries.lead')}</p><section class="card entries">${table({
      label: t('views.entries'),
      head: [
        t('entries.entry'),
        t('entries.asked'),
        t('entries.marks'),
        t('entries.helpful'),
        t('entries.interval'),
        t('entries.rating'),
      ],
      rows: all.map((entry) => row(entry, view)),
    })}</section>`;
  });
}

function row({ id, question, asked, helpfulness, rating }: EntryInsight, view: View) {
  const { t, show, state } = view;
  const address = `/faq/${state.locale.toLowerCase()}/${id}/`;
  return [
    html`<a href=${address} title=${t('entries.open')}>${question}</a>`,
    show.number(asked),
    show.number(helpfulness.count),
    helpfulness.value === null ? html`<span class="soft">${t('entries.noMarks')}</span>` : interval(helpfulness, view),
    show.interval(helpfulness),
    show.number(rating),
  ];
}

/** A dot is the share, its line the interval: a short line is a sure one. */
function interval({ value, low, high }: Share, { show }: View): TemplateResult {
  const at = (share: number) => `${4 + share * 92}%`;
  return html`<span class="interval"><span class="share">${show.percent(value)}</span><svg aria-hidden="true" focusable="false">
    <line class="track" x1=${at(0)} x2=${at(1)} y1="50%" y2="50%" /><line class="range" x1=${at(low)} x2=${at(high)} y1="50%" y2="50%" />
    <circle cx=${at(value ?? 0)} cy="50%" r="5" /></svg></span>`;
}
