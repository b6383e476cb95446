/** The period that a view shows: the last days, or dates of one's own. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { isPeriod, PRESETS } from '../address.ts';
import type { View } from './parts.ts';

const OWN = 'own';

/** Returns the picker. */
export function periodPicker(view: View): TemplateResult {
  const { t, state } = view;
  const { days, from, to } = state.address.period;
  const choose = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    if (value === OWN) view.go({ period: { from, to } });
    else view.chooseDays(Number(value));
  };
  return html`<div class="period"><label class="field"><span>${t('period.label')}</span><select @change=${choose}>
      ${PRESETS.map((count) => html`<option value=${count} .selected=${count === days}>${t('period.last', { count })}</option>`)}
      <option value=${OWN} .selected=${days === undefined}>${t('period.own')}</option></select></label>
    ${days === undefined ? ownDates(view) : nothing}</div>`;
}

function ownDates(view: View): TemplateResult {
  const { t, state } = view;
  const { from, to } = state.address.period;
  const change = (event: Event) => {
    const form = (event.target as HTMLInputElement).form;
    const fields = new FormData(form ?? undefined);
    const period = { from: String(fields.get('from')), to: String(fields.get('to')) };
    const isGood = isPeriod(period);
    for (const input of form?.querySelectorAll('input') ?? []) input.setCustomValidity(isGood ? '' : t('period.wrong'));
    if (isGood) view.go({ period });
    else form?.reportValidity();
  };
  return html`<form class="dates" @submit=${(event: Event) => event.preventDefault()}>
    <label class="field"><span>${t('period.from')}</span><input type="date" name="from" .value=${from} @change=${change}></label>
    <label class="field"><span>${t('period.to')}</span><input type="date" name="to" .value=${to} @change=${change}></label></form>`;
}
