import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readTicketId, ticketIdFrom } from '../../functions/store/ticket-id.ts';
import { ADMIN, MORNING, type Service, startService } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
beforeEach(() => service.setClock(MORNING));
afterAll(() => service.close());

const request = { channel: 'email', contact: 'visitor@example.org', text: 'Please help me' };
const create = (body: unknown, headers: Record<string, string> = {}) =>
  service.call('POST', '/v1/tickets', { body, headers });
const openTickets = async () => (await service.call('GET', '/v1/admin/tickets', { headers: ADMIN })).body.tickets;

describe('a request for a human', () => {
  it('gets a short id and the moment by which an answer comes', async () => {
    const { status, body } = await create(request);
    expect(status).toBe(201);
    expect(body.ticketId).toMatch(/^[346789CDHJKNPQRTWXY]{4}-[346789CDHJKNPQRTWXY]{4}$/);
    expect(body.channel).toBe('email');
    // Eight opening hours from 10:00 in Amsterdam; the desk closes at 18:00.
    expect(body.expectedBy).toBe('2026-11-25T17:00:00.000Z');
  });

  it.each([
    ['over night', '2026-11-25T16:00:00.000Z', '2026-11-26T15:00:00.000Z'],
    ['over a weekend', '2026-11-27T16:00:00.000Z', '2026-11-30T15:00:00.000Z'],
    ['over Christmas', '2026-12-24T16:00:00.000Z', '2026-12-28T15:00:00.000Z'],
    ['over the end of summer time', '2026-10-23T15:00:00.000Z', '2026-10-26T15:00:00.000Z'],
  ])('counts the answer time in opening hours: %s', async (_, asked, expected) => {
    service.setClock(asked);
    expect((await create(request)).body.expectedBy).toBe(expected);
  });

  it('takes the transcript and the entries tried along, without anything private', async () => {
    const { conversationId, match } = await service.ask('where do I find my puk code, my number is 0612345678');
    service.setClock('2026-11-25T09:00:30.000Z');
    await service.ask('I want to talk to a human', { conversationId });
    const { body } = await create({ ...request, text: 'PIN 1234 is refused', conversationId });
    const ticket = (await openTickets()).find(({ ticketId }: { ticketId: string }) => ticketId === body.ticketId);
    expect(ticket.text).toBe('PIN [pin] is refused');
    expect(ticket.transcript.map(({ text }: { text: string }) => text)).toEqual([
      'where do I find my puk code, my number is [phone]',
      'I want to talk to a human',
    ]);
    expect(ticket.entriesTried).toEqual([match]);
    expect(ticket.contact).toBe(request.contact);
  });

  it('is told to maintainers once, with nothing about the visitor', async () => {
    const before = service.notices.length;
    const { body } = await create({ ...request, locale: 'nl' });
    expect(service.notices.slice(before)).toEqual([
      { ticketId: body.ticketId, channel: 'email', locale: 'nl', expectedBy: body.expectedBy },
    ]);
  });

  it.each([
    [{ channel: 'fax' }, 'channel'],
    [{ contact: 'not an address' }, 'contact'],
    [{ channel: 'phone', contact: 'call me' }, 'contact'],
    [{ text: '   ' }, 'text'],
    [{ locale: 'xx' }, 'locale'],
  ])('is refused with %j, by the name of the field', async (wrong, path) => {
    const { status, body } = await create({ ...request, ...wrong });
    expect(status).toBe(400);
    expect(body.errors[0].path).toBe(path);
  });

  it.each([
    ['phone', '06 12345678'],
    ['phone', '+86 138 1234 5678'],
    ['chat', 'wechat: eva_in_delft'],
  ])('can be answered by %s to %s', async (channel, contact) => {
    expect((await create({ ...request, channel, contact })).status).toBe(201);
  });
});

describe('the same Idempotency-Key', () => {
  it('gives one ticket, also when requests come at the same time', async () => {
    const headers = { 'idempotency-key': 'one-click' };
    const before = (await openTickets()).length;
    const told = service.notices.length;
    const replies = await Promise.all(Array.from({ length: 25 }, () => create(request, headers)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await openTickets()).length).toBe(before + 1);
    expect(service.notices.length).toBe(told + 1);
  });

  it('gives the first reply again later', async () => {
    const headers = { 'idempotency-key': 'later' };
    const first = await create(request, headers);
    service.setClock('2026-11-26T12:00:00.000Z');
    expect((await create(request, headers)).body).toEqual(first.body);
  });

  it('is a conflict with another request', async () => {
    const headers = { 'idempotency-key': 'reused' };
    await create(request, headers);
    const { status, body } = await create({ ...request, text: 'Something else' }, headers);
    expect(status).toBe(409);
    expect(body.type).toBe('urn:simtolk:problem:conflict');
  });

  it('lets requests without a key be as many tickets', async () => {
    const [one, two] = await Promise.all([create(request), create(request)]);
    expect(one.body.ticketId).not.toBe(two.body.ticketId);
  });
});

describe('the id of a ticket', () => {
  const ids = Array.from({ length: 300 }, (_, at) => ticketIdFrom(`seed ${at}`));

  it('is read back however it is typed', () => {
    for (const id of ids) expect(readTicketId(` ${id.toLowerCase().replace('-', ' ')} `)).toBe(id);
  });

  it('shows any one wrong character', () => {
    for (const id of ids) {
      for (let at = 0; at < id.length; at += 1) {
        if (id[at] === '-') continue;
        const wrong = id[at] === '3' ? '4' : '3';
        expect(readTicketId(id.slice(0, at) + wrong + id.slice(at + 1))).toBeUndefined();
      }
    }
  });

  it('shows two neighbours that changed places', () => {
    for (const id of ids) {
      const plain = id.replace('-', '');
      for (let at = 0; at < 6; at += 1) {
        if (plain[at] === plain[at + 1]) continue;
        const swapped = `${plain.slice(0, at)}${plain[at + 1]}${plain[at]}${plain.slice(at + 2)}`;
        expect(readTicketId(swapped)).toBeUndefined();
      }
    }
  });
});

describe('maintainers work through the tickets', () => {
  it('sees a ticket late once its time has passed, and closes it by the id that was read out', async () => {
    const { body } = await create(request);
    const { ticketId } = body;
    service.setClock('2026-11-27T09:00:00.000Z');
    const listed = (await openTickets()).find((ticket: { ticketId: string }) => ticket.ticketId === ticketId);
    expect(listed).toMatchObject({ status: 'open', late: true });
    const path = `/v1/admin/tickets/${ticketId.toLowerCase().replace('-', '')}`;
    const closed = await service.call('PATCH', path, { body: { status: 'done' }, headers: ADMIN });
    expect(closed.body).toMatchObject({ ticketId, status: 'done', closedAt: '2026-11-27T09:00:00.000Z', late: true });
    expect((await openTickets()).map((ticket: { ticketId: string }) => ticket.ticketId)).not.toContain(ticketId);
    const done = await service.call('GET', '/v1/admin/tickets?status=done', { headers: ADMIN });
    expect(done.body.tickets.map((ticket: { ticketId: string }) => ticket.ticketId)).toContain(ticketId);
    const insights = await service.call('GET', '/v1/admin/insights', { headers: ADMIN });
    expect(insights.body.tickets.closedLate).toBe(1);
  });

  it('opens a closed one again', async () => {
    const { ticketId } = (await create(request)).body;
    const path = `/v1/admin/tickets/${ticketId}`;
    await service.call('PATCH', path, { body: { status: 'done' }, headers: ADMIN });
    const { body } = await service.call('PATCH', path, { body: { status: 'in-progress' }, headers: ADMIN });
    expect(body).not.toHaveProperty('closedAt');
    expect((await openTickets()).map((ticket: { ticketId: string }) => ticket.ticketId)).toContain(ticketId);
  });

  it('does not find a ticket that never was, and refuses a status that is none', async () => {
    const unknown = `/v1/admin/tickets/${ticketIdFrom('never')}`;
    expect((await service.call('PATCH', unknown, { body: { status: 'done' }, headers: ADMIN })).status).toBe(404);
    expect((await service.call('PATCH', unknown, { body: { status: 'lost' }, headers: ADMIN })).status).toBe(400);
  });
});
