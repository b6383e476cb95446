/** What was asked and how well it went: figures against the period before, and charts with their tables. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { daysIn } from '../address.ts';
import type { Insights, Share } from '../admin-client.ts';
import { kindsIn, languageName } from '../strings.ts';
import { chart } from './chart.ts';
import { empty, type Part, remote, table, type View } from './parts.ts';

/** Returns the view. */
export function overview(view: View): Part {
  return remote(view.state.insights, view, (insights) => {
    const { t } = view;
    return html`<p class="lead">${t('overview.lead', { count: daysIn(insights) })}</p>
      <dl class="tiles">${tiles(insights, view)}</dl>
      <p class="small">${t('overview.savedNote', { count: insights.minutesPerQuestion })}</p>
      ${insights.questions > 0 ? charts(insights, view) : empty(t('overview.nothing'))}`;
  });
}

interface Tile {
  readonly name: string;
  readonly value: string;
  readonly notes: readonly (string | typeof nothing)[];
  readonly isBad?: boolean;
}

function tiles(insights: Insights, view: View): TemplateResult[] {
  const { t, show } = view;
  const { previous, openTickets } = insights;
  const before = (value: string, change: string) =>
    t('overview.before', { value: change ? `${value} (${change})` : value });
  const share = (name: string, now: Share, then: Share): Tile => ({
    name,
    value: show.percent(now.value),
    notes: [
      now.value === null
        ? nothing
        : t('overview.between', { low: show.percent(now.low), high: show.percent(now.high) }),
      before(show.percent(then.value), pointsBetween(now, then, view)),
    ],
  });
  const all: Tile[] = [
    {
      name: t('overview.questions'),
      value: show.number(insights.questions),
      notes: [before(show.number(previous.questions), growth(insights.questions, previous.questions, view))],
    },
    share(t('overview.answered'), insights.answerRate, previous.answerRate),
    share(t('overview.helpful'), insights.answers.helpfulness, previous.answers.helpfulness),
    share(t('overview.survey'), insights.survey.helpfulness, previous.survey.helpfulness),
    {
      name: t('overview.saved'),
      value: show.minutes(insights.minutesSaved),
      notes: [before(show.minutes(previous.minutesSaved), growth(insights.minutesSaved, previous.minutesSaved, view))],
    },
    {
      name: t('overview.waiting'),
      value: show.number(openTickets.open),
      notes: [openTickets.late > 0 ? t('overview.late', { count: openTickets.late }) : t('overview.none_late')],
      isBad: openTickets.late > 0,
    },
  ];
  return all.map(tile);
}

function tile({ name, value, notes, isBad = false }: Tile): TemplateResult {
  return html`<div class="card tile"><dt>${name}</dt><dd class="value">${value}</dd>
    ${notes.map((note) => (note === nothing ? nothing : html`<dd class=${isBad ? 'aside bad' : 'aside'}>${note}</dd>`))}</div>`;
}

/** How much more it is than before, in per cent; nothing where nothing was. */
function growth(now: number | null, then: number | null, { show }: View): string {
  return now === null || !then ? '' : show.signedPercent((now - then) / then);
}

function pointsBetween(now: Share, then: Share, { t, show }: View): string {
  if (now.value === null || then.value === null) return '';
  const points = Math.round((now.value - then.value) * 100);
  return t('overview.points', { count: Math.abs(points), value: show.signed(points) });
}

function charts({ days, byLocale }: Insights, view: View): TemplateResult {
  const { t, show } = view;
  const kinds = kindsIn(t);
  const languages = Object.entries(byLocale).toSorted(([, a], [, b]) => b - a);
  const byDay = t('overview.byDay');
  const byLanguage = t('overview.byLanguage');
  return html`<section class="card chart-and-table" aria-labelledby="by-day"><h2 id="by-day">${byDay}</h2>
      ${chart(byDay, {
        isStacked: true,
        categories: days.map(({ day }) => show.day(day)),
        series: kinds.map(([kind, name]) => ({ name, values: days.map(({ byKind }) => byKind[kind] ?? 0) })),
      })}
      ${table({
        label: t('overview.table', { name: byDay }),
        head: [t('translation:report.day'), ...kinds.map(([, name]) => name), t('translation:report.total')],
        rows: days
          .filter(({ questions }) => questions > 0)
          .toReversed()
          .map(({ day, byKind, questions }) => [
            show.day(day),
            ...kinds.map(([kind]) => show.number(byKind[kind] ?? 0)),
            show.number(questions),
          ]),
      })}</section>
    <section class="card chart-and-table" aria-labelledby="by-language"><h2 id="by-language">${byLanguage}</h2>
      ${chart(byLanguage, {
        isStacked: false,
        categories: languages.map(([locale]) => languageName(locale, t)),
        series: [{ name: byLanguage, values: languages.map(([, count]) => count) }],
      })}
      ${table({
        label: t('overview.table', { name: byLanguage }),
        head: [t('translation:report.language'), t('overview.questions')],
        rows: languages.map(([locale, count]) => [languageName(locale, t), show.number(count)]),
      })}</section>`;
}
