/** What happens when a maintainer does something. Knows nothing of how it looks. */

import { type Address, hashOf, lastDays, readAddress, type ViewName } from './address.ts';
import { type AdminClient, adminClient, failureOf, type TicketStatus } from './admin-client.ts';
import type { Filters, Loaded, PageState, Remote } from './page-state.ts';
import { keepLocale, readToken } from './session.ts';
import { signInActions } from './sign-in-actions.ts';
import { type Locale, translatorFor } from './strings.ts';

const SAID_FOR_MS = 6000;

/** Returns the actions on the page. `draw` shows the state anew; `arrived` follows it after a change of view. */
export function pageActions(state: PageState, draw: () => void, arrived: () => void) {
  const signIn = signInActions(state, draw, () => {
    // Coming back from the sign-in page put the view into the address, without an event.
    state.address = readAddress(location.hash, new Date());
    void loadNames();
    load();
  });
  const t = () => translatorFor(state.locale);
  const api = () => adminClient(readToken() ?? '', state.locale);

  /** Asks for what a view shows. Only the latest request of each sort counts: another period may overtake it. */
  const latest = new Map<keyof Loaded, symbol>();
  async function fetchInto<K extends keyof Loaded>(
    key: K,
    ask: (client: AdminClient) => Promise<NonNullable<Loaded[K]['value']>>,
  ): Promise<void> {
    const request = Symbol();
    latest.set(key, request);
    const set = (remote: Remote<NonNullable<Loaded[K]['value']>>) => {
      if (latest.get(key) === request) Object.assign(state, { [key]: remote });
      draw();
    };
    const { value } = state[key];
    set({ isLoading: true, ...(value && { value }) } as Loaded[K]);
    try {
      set({ isLoading: false, value: await ask(api()) });
    } catch (error) {
      set({ isLoading: false, failure: reasonOf(error) });
    }
  }

  /** Returns why something did not happen; whoever is no longer signed in is led to the sign-in. */
  function reasonOf(error: unknown): string {
    const { status, detail } = failureOf(error);
    if (status === 401) signIn.leave('ended');
    return detail ?? t()('offline');
  }

  const LOADERS: Readonly<Record<ViewName, () => unknown>> = {
    overview: () => fetchInto('insights', (client) => client.insights(state.address.period)),
    entries: () => fetchInto('insights', (client) => client.insights(state.address.period)),
    unanswered: () => fetchInto('unanswered', (client) => client.unanswered(state.address.period)),
    feedback: () => fetchInto('feedback', (client) => client.feedback(state.address.period)),
    tickets: () => fetchInto('tickets', (client) => client.tickets(state.address.period, state.filters.tickets)),
    try: () => state.address.question && explainAgain(),
  };
  const explainAgain = () =>
    fetchInto('explained', (client) => client.explain(state.address.question, state.filters.reads));
  const load = () => {
    draw();
    LOADERS[state.address.view]();
  };
  /** Before somebody is in there is nothing to ask for. */
  const show = () => (state.phase === 'signed in' ? load() : draw());

  async function loadNames(): Promise<void> {
    try {
      const { entries } = await api().entries();
      state.entries = new Map(entries.map((entry) => [entry.id, entry]));
      draw();
    } catch (error) {
      // Entries are then shown by their ids.
      failureOf(error);
    }
  }

  function go(change: Partial<Address>): void {
    const hash = hashOf({ ...state.address, ...change });
    if (hash === location.hash) load();
    else location.hash = hash;
  }

  /** Follows the address, also when the back button changed it. */
  function followAddress(): void {
    const before = state.address.view;
    state.address = readAddress(location.hash, new Date());
    show();
    if (before !== state.address.view) arrived();
  }

  function filter(change: Partial<Filters>): void {
    const isOtherTickets = change.tickets !== undefined && change.tickets !== state.filters.tickets;
    Object.assign(state.filters, change);
    if (isOtherTickets) state.tickets = { isLoading: false };
    if (isOtherTickets) load();
    else draw();
  }

  function chooseLocale(locale: Locale): void {
    keepLocale(locale);
    state.locale = locale;
    if (state.phase === 'signed in') void loadNames();
    show();
  }

  /** Says something for as long as it takes to read it. */
  function say(text: string): void {
    state.status = text;
    draw();
    setTimeout(() => {
      if (state.status !== text) return;
      state.status = '';
      draw();
    }, SAID_FOR_MS);
  }

  async function changeTicket(ticketId: string, status: TicketStatus): Promise<void> {
    state.changing = new Map([...state.changing, [ticketId, status]]);
    draw();
    try {
      const changed = await api().changeTicket(ticketId, status);
      const { value } = state.tickets;
      const tickets = value?.tickets.map((ticket) => (ticket.ticketId === ticketId ? changed : ticket));
      if (tickets) state.tickets = { isLoading: false, value: { tickets } };
      say(t()('tickets.changed', { id: ticketId, status: t()(`tickets.is.${status}`) }));
    } catch (error) {
      say(t()('tickets.notChanged', { id: ticketId, reason: reasonOf(error) }));
    }
    state.changing = new Map([...state.changing].filter(([id]) => id !== ticketId));
    draw();
  }

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      state.copied = text;
      say(t()('unanswered.copied'));
    } catch {
      // Not allowed, or no TLS: the lines are there to be selected.
      say(t()('unanswered.notCopied'));
    }
  }

  return {
    ...signIn,
    ...{ load, go, followAddress, filter, chooseLocale, changeTicket, copy },
    chooseDays: (days: number) => go({ period: lastDays(days, new Date()) }),
    explain: (question: string, reads: string) => {
      state.filters.reads = reads;
      go({ view: 'try', question });
    },
  };
}
export type PageActions = ReturnType<typeof pageActions>;
