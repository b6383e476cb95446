/** On which list a ticket is, whoever changes it and however often. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FOR_PUBLISHING, openDatabase } from '../../functions/store/dynamo.ts';
import type { TicketStatus } from '../../functions/store/ticket.ts';
import { ticketStore } from '../../functions/store/ticket-store.ts';
import { ACTIVITY, ADMIN, MORNING, type Service, startService } from './service.ts';

const MONDAY = '2026-11-23';
const FRIDAY = '2026-11-27';
let service: Service;
beforeAll(async () => {
  service = await startService();
});
beforeEach(() => service.setClock(MORNING));
afterAll(() => service.close());

async function newTicket(): Promise<string> {
  const body = { channel: 'email', contact: 'visitor@example.org', text: 'Please help me' };
  return (await service.call('POST', '/v1/tickets', { body })).body.ticketId;
}
const change = async (ticketId: string, status: TicketStatus) =>
  (await service.call('PATCH', `/v1/admin/tickets/${ticketId}`, { body: { status }, headers: ADMIN })).body;
const listed = async (query: string): Promise<readonly { readonly ticketId: string; readonly closedAt?: string }[]> =>
  (await service.call('GET', `/v1/admin/tickets?${query}`, { headers: ADMIN })).body.tickets;
const closedOn = async (day: string) =>
  (await listed(`status=done&from=${day}&to=${day}`)).map(({ ticketId }) => ticketId);

describe('a ticket that is closed', () => {
  it('stays closed at the moment it was, and in time, when it is closed again', async () => {
    service.setClock(`${MONDAY}T09:00:00.000Z`);
    const ticketId = await newTicket();
    const first = await change(ticketId, 'done');
    expect(first).toMatchObject({ closedAt: `${MONDAY}T09:00:00.000Z`, late: false });
    service.setClock(`${FRIDAY}T09:00:00.000Z`);
    expect(await change(ticketId, 'done')).toMatchObject({ closedAt: first.closedAt, late: false });
    expect(await closedOn(MONDAY)).toContain(ticketId);
    expect(await closedOn(FRIDAY)).not.toContain(ticketId);
  });

  it('is on the day of its last closing only, when it was opened in between', async () => {
    service.setClock(`${MONDAY}T09:00:00.000Z`);
    const ticketId = await newTicket();
    await change(ticketId, 'done');
    await change(ticketId, 'open');
    expect(await closedOn(MONDAY)).not.toContain(ticketId);
    service.setClock(`${FRIDAY}T09:00:00.000Z`);
    expect(await change(ticketId, 'done')).toMatchObject({ closedAt: `${FRIDAY}T09:00:00.000Z`, late: true });
    expect(await closedOn(MONDAY)).not.toContain(ticketId);
    expect(await closedOn(FRIDAY)).toContain(ticketId);
  });
});

/** Somebody who changes tickets and stops before each request to the table until told to go on. */
function hesitant() {
  const database = openDatabase(service.endpoint, FOR_PUBLISHING);
  const tickets = ticketStore({ database, table: ACTIVITY, keepDays: 180, now: () => new Date(MORNING) });
  let mayGoOn = () => {};
  let stops = () => {};
  database.middlewareStack.add(
    (next) => async (step) => {
      const told = new Promise<void>((resolve) => {
        mayGoOn = resolve;
      });
      stops();
      await told;
      return next(step);
    },
    { step: 'initialize' },
  );
  return {
    /** Returns what does one more step of the change at each call, and resolves to whether there is another. */
    begin(ticketId: string, status: TicketStatus): () => Promise<boolean> {
      let work: Promise<boolean> | undefined;
      return () => {
        const stopped = new Promise<boolean>((resolve) => {
          stops = () => resolve(true);
        });
        if (work) mayGoOn();
        else work = tickets.setStatus(ticketId, status).then(() => false);
        return Promise.race([stopped, work]);
      };
    },
    close: () => database.destroy(),
  };
}

/** All ways in which so many steps of one can fall between so many of another: true where the first one goes. */
function orders(first: number, second: number): readonly (readonly boolean[])[] {
  if (first + second === 0) return [[]];
  return [
    ...(first > 0 ? orders(first - 1, second).map((rest) => [true, ...rest]) : []),
    ...(second > 0 ? orders(first, second - 1).map((rest) => [false, ...rest]) : []),
  ];
}

describe('two maintainers who change a ticket at once', () => {
  /** Once both have read the ticket, which changes nothing: onto a list, the change, off the other, a look, and back on. */
  const STEPS = { closing: 5, opening: 3 };

  it('leave it on the list of its status, in whatever order their steps fall', async () => {
    const [one, other] = [hesitant(), hesitant()];
    const lost: string[] = [];
    const ends = new Set<string>();
    for (const order of orders(STEPS.closing, STEPS.opening)) {
      const ticketId = await newTicket();
      const closing = one.begin(ticketId, 'done');
      const opening = other.begin(ticketId, 'in-progress');
      for (const read of [closing, opening]) for (let step = 0; step < 2; step += 1) await read();
      for (const first of order) await (first ? closing() : opening());
      while (await closing());
      while (await opening());
      const open = (await listed('status=open')).some((ticket) => ticket.ticketId === ticketId);
      const closed = (await closedOn(MORNING.slice(0, 10))).includes(ticketId);
      ends.add(open ? 'open' : 'closed');
      if (open === closed) lost.push(order.map((first) => (first ? 'closing' : 'opening')).join(', '));
    }
    one.close();
    other.close();
    expect(lost).toEqual([]);
    expect([...ends].toSorted()).toEqual(['closed', 'open']);
  });
});
