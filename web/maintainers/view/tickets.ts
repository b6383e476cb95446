/** Visitors who wait for a person, the most urgent first; maintainers change how far each is. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Ticket, TicketStatus } from '../admin-client.ts';
import { languageName } from '../strings.ts';
import { empty, entryName, type Part, remote, type View } from './parts.ts';

const STATUSES = ['open', 'in-progress', 'done'] as const satisfies readonly TicketStatus[];

/** Returns the view. */
export function tickets(view: View): Part {
  const { t, state } = view;
  const { tickets: shown } = state.filters;
  return html`<p class="lead">${t('tickets.lead')}</p>
    <div class="filters"><label class="field"><span>${t('tickets.show')}</span>
      <select @change=${(event: Event) => view.filter({ tickets: (event.target as HTMLSelectElement).value === 'done' ? 'done' : 'open' })}>
        <option value="open" .selected=${shown === 'open'}>${t('tickets.waiting')}</option>
        <option value="done" .selected=${shown === 'done'}>${t('tickets.closed')}</option></select></label></div>
    ${state.role === 'reader' ? html`<p class="card notice">${t('tickets.readOnly')}</p>` : nothing}
    ${remote(state.tickets, view, ({ tickets: all }) =>
      all.length === 0
        ? empty(t(shown === 'open' ? 'tickets.nothing' : 'tickets.noneClosed'))
        : html`<ol class="list" role="list">${all.map((ticket) => card(ticket, view))}</ol>`,
    )}`;
}

function card(ticket: Ticket, view: View): TemplateResult {
  const { t, show } = view;
  const { ticketId, channel, contact, text, locale, createdAt, expectedBy, closedAt, late } = ticket;
  return html`<li class="card ticket" aria-labelledby="ticket-${ticketId}"><div class="row">
      <h2 id="ticket-${ticketId}">${ticketId}</h2>${late ? html`<span class="tag bad">${t('tickets.late')}</span>` : nothing}
      ${status(ticket, view)}</div>
    <div class="columns"><blockquote lang=${locale}>${text}</blockquote>
    <dl class="pairs"><dt>${t('tickets.contact')}</dt><dd>${t(`tickets.channel.${channel}`)}: ${contact ?? html`<span class="soft">${t('tickets.hidden')}</span>`}</dd>
      <dt>${t('tickets.readsIn')}</dt><dd>${languageName(locale, t)}</dd>
      <dt>${t('tickets.came')}</dt><dd>${show.moment(createdAt)}</dd>
      <dt>${t('tickets.due')}</dt><dd>${show.moment(expectedBy)}</dd>
      ${closedAt ? html`<dt>${t('tickets.closedAt')}</dt><dd>${show.moment(closedAt)}</dd>` : nothing}</dl></div>
    ${background(ticket, view)}</li>`;
}

function status({ ticketId, status: stored }: Ticket, view: View): TemplateResult {
  const { t, state } = view;
  if (state.role !== 'maintainer') return html`<span class="tag status-is">${t(`tickets.is.${stored}`)}</span>`;
  const shown = state.changing.get(ticketId) ?? stored;
  const change = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    const next = STATUSES.find((one) => one === value);
    if (next) view.changeTicket(ticketId, next);
  };
  return html`<label class="field inline status-is"><span>${t('tickets.status')}</span><select .value=${shown} ?disabled=${state.changing.has(ticketId)} @change=${change}>
    ${STATUSES.map((one) => html`<option value=${one} .selected=${one === shown}>${t(`tickets.is.${one}`)}</option>`)}</select></label>`;
}

/** What went before, so that nobody has to tell it twice. */
function background({ transcript = [], entriesTried = [] }: Ticket, view: View): Part {
  const { t, show } = view;
  if (transcript.length === 0 && entriesTried.length === 0) return nothing;
  return html`<details><summary>${t('tickets.transcript')}</summary>
    <ol class="plain">${transcript.map(({ at, text }) => html`<li><span class="soft">${show.moment(at)}</span> ${text}</li>`)}</ol>
    ${entriesTried.length > 0 ? html`<h3>${t('tickets.tried')}</h3><ul class="plain">${entriesTried.map((id) => html`<li>${entryName(id, view)}</li>`)}</ul>` : nothing}</details>`;
}
