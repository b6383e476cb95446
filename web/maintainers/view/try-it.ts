/** Asks as a visitor would and says, in words and bars, why the reply is what it is. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Explained } from '../admin-client.ts';
import { LOCALES, languageName } from '../strings.ts';
import { bar, entryName, type Part, remote, table, type View } from './parts.ts';

const MOST_TERMS = 12;
const LONGEST_QUESTION = 500;

/** Returns the view. */
export function tryIt(view: View): Part {
  const { t, state } = view;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const question = String(fields.get('q') ?? '').trim();
    if (question !== '') view.explain(question, String(fields.get('reads') ?? ''));
  };
  return html`<p class="lead">${t('try.lead')}</p>
    <form class="card try" @submit=${submit}>
      <label class="field"><span>${t('try.question')}</span><input name="q" required maxlength=${LONGEST_QUESTION} .value=${state.address.question} placeholder=${t('try.placeholder')}></label>
      <label class="field"><span>${t('try.reads')}</span><select name="reads"><option value="">${t('try.any')}</option>
        ${LOCALES.map((one) => html`<option value=${one} .selected=${one === state.filters.reads}>${languageName(one, t)}</option>`)}</select></label>
      <button type="submit" class="button">${t('try.ask')}</button></form>
    ${state.address.question ? remote(state.explained, view, (explained) => explanation(explained, view)) : nothing}`;
}

function explanation(explained: Explained, view: View): TemplateResult {
  const { t } = view;
  return html`<section class="card" aria-labelledby="decision"><h2 id="decision">${t('try.decision')}</h2>${decision(explained, view)}</section>
    <div class="columns"><section class="card" aria-labelledby="ranking"><h2 id="ranking">${t('try.ranking')}</h2>${ranking(explained.entries, t('try.ranking'), view)}
        ${explained.intents.length > 0 ? html`<h3>${t('try.intents')}</h3>${ranking(explained.intents, t('try.intents'), view)}` : nothing}</section>
      <section class="card" aria-labelledby="reading"><h2 id="reading">${t('try.reading')}</h2>${reading(explained, view)}</section></div>
    ${terms(explained, view)}`;
}

function decision({ decision: { kind, match, confidence }, thresholds }: Explained, view: View): TemplateResult {
  const { t, show } = view;
  const said: Readonly<Record<string, () => string>> = {
    answer: () => t('try.answer', { entry: entryName(match ?? '', view) }),
    suggestions: () => t('try.suggestions'),
    fallback: () => t('try.fallback'),
    handoff: () => t('try.handoff'),
    smalltalk: () => t('try.smalltalk'),
  };
  return html`<p class="said">${said[kind]?.() ?? kind}</p>
    ${bar(confidence, [thresholds.suggestFrom, thresholds.answerFrom])}
    <p class="small"><span>${t('try.confidence', { share: show.percent(confidence) })}</span> ${t('try.limits', { answer: show.percent(thresholds.answerFrom), suggest: show.percent(thresholds.suggestFrom) })}</p>`;
}

function ranking(ranked: Explained['entries'], label: string, view: View): TemplateResult {
  const { t, show } = view;
  return table({
    label: t('overview.table', { name: label }),
    head: [t('entries.entry'), t('try.share')],
    rows: ranked.map(({ id, probability }) => [
      entryName(id, view),
      html`<span class="ranked">${bar(probability)}<span>${show.percent(probability)}</span></span>`,
    ]),
  });
}

function reading(
  { language, normalised, verbatim, corrections, known, unknown, mentions }: Explained,
  view: View,
): TemplateResult {
  const { t, show } = view;
  const values = { language: languageName(language.language, t), share: show.percent(language.probability) };
  const named = Object.values(mentions).filter((name) => name !== undefined);
  return html`<dl class="pairs"><dt>${t('try.language')}</dt><dd>${t(`try.evidence.${language.evidence}`, values)}</dd>
    <dt>${t('try.read')}</dt><dd>${normalised}<br><span class="soft">${t('try.known', { share: show.percent(known) })}</span></dd>
    ${verbatim ? html`<dt>${t('try.verbatim')}</dt><dd>${t('try.ofEntry', { entry: entryName(verbatim, view) })}</dd>` : nothing}
    ${corrections.length > 0 ? html`<dt>${t('try.corrected')}</dt><dd>${corrections.map(({ from, to }) => `${from} → ${to}`).join(' · ')}</dd>` : nothing}
    ${unknown.length > 0 ? html`<dt>${t('try.unknown')}</dt><dd>${unknown.join(' · ')}</dd>` : nothing}
    ${named.length > 0 ? html`<dt>${t('try.mentions')}</dt><dd>${named.join(' · ')}</dd>` : nothing}</dl>`;
}

/** The parts of the question that moved the best entry most, for it or against it. */
function terms({ terms: all, entries }: Explained, view: View): Part {
  const { t } = view;
  const best = entries[0]?.id;
  const pulled = all
    .map(({ term, kind, pulls }) => ({ term, kind, score: pulls.find(({ id }) => id === best)?.score ?? 0 }))
    .filter(({ score }) => score !== 0)
    .toSorted((a, b) => Math.abs(b.score) - Math.abs(a.score))
    .slice(0, MOST_TERMS);
  const strongest = Math.abs(pulled[0]?.score ?? 0);
  if (best === undefined || strongest === 0) return nothing;
  return html`<section class="card" aria-labelledby="words"><h2 id="words">${t('try.words', { entry: entryName(best, view) })}</h2>
    ${table({
      label: t('overview.table', { name: t('try.word') }),
      head: [t('try.word'), t('try.kind'), t('try.pull')],
      rows: pulled.map(({ term, kind, score }) => [
        html`<span class="term">${term}</span>`,
        t(`try.sort.${kind}`),
        pull(score / strongest, score, view),
      ]),
    })}<p class="small">${t('try.pulls')}</p></section>`;
}

/** A bar from the middle: to the right for the entry, to the left against it. */
function pull(share: number, score: number, { show }: View): TemplateResult {
  const width = Math.abs(share) * 50;
  return html`<span class="ranked"><svg class="bar" aria-hidden="true" focusable="false"><rect class="track" width="100%" height="100%" rx="4" />
    <rect class=${share > 0 ? 'fill' : 'fill against'} x="${share > 0 ? 50 : 50 - width}%" width="${width}%" height="100%" /><line class="limit" x1="50%" x2="50%" y1="0" y2="100%" /></svg><span>${show.number(score)}</span></span>`;
}
