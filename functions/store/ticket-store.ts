/** Keeps the requests for a human: one item a ticket, and pointers that list the open and the closed ones. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import {
  closedTicketsPartition,
  conversationPartition,
  type Key,
  OPEN_TICKETS,
  TICKET_POINTER,
  ticketKey,
} from './activity-keys.ts';
import { deleteItems, expiryAfter, getItems, type Item, isAlive, queryItems, type TableOptions } from './items.ts';
import { type StoredTicket, type TicketStatus, ticketItem } from './ticket.ts';
import { ticketIdFrom } from './ticket-id.ts';

export type Creation =
  | { readonly kind: 'created' | 'same'; readonly ticket: StoredTicket }
  /** The same key came with another request before. */
  | { readonly kind: 'conflict' };

export interface TicketRequest {
  /** The client's Idempotency-Key, or something nobody else has. */
  readonly key: string;
  /** Hash of the request: tells a repetition from another request under the same key. */
  readonly requestHash: string;
}

export interface StatusChange {
  readonly before: StoredTicket;
  readonly after: StoredTicket;
}

export interface TicketStore {
  /** Stores a ticket once: the same key and request give the same ticket, at the same time too. */
  create(ticket: Omit<StoredTicket, 'ticketId'>, request: TicketRequest): Promise<Creation>;
  /** Returns the tickets that are not done, the most urgent first. */
  open(): Promise<readonly StoredTicket[]>;
  /** Returns the tickets that were done on the days. */
  closed(days: readonly string[]): Promise<readonly StoredTicket[]>;
  /** Changes the status; undefined when there is no such ticket. */
  setStatus(ticketId: string, status: TicketStatus): Promise<StatusChange | undefined>;
}

export interface TicketStoreOptions extends TableOptions {
  readonly keepDays: number;
  readonly now: () => Date;
}

/** Ids collide once in millions; a second try has another id. */
const MOST_IDS = 5;

/** Returns the store over the activity table. */
export function ticketStore({ keepDays, now, ...options }: TicketStoreOptions): TicketStore {
  const { database, table } = options;
  const expiresAt = () => expiryAfter(keepDays, now());
  const put = (item: Key & Readonly<Record<string, unknown>>) =>
    database.send(new PutCommand({ TableName: table, Item: { expiresAt: expiresAt(), ...item } }));

  async function find(ticketId: string): Promise<Item | undefined> {
    const { Item } = await database.send(
      new GetCommand({ TableName: table, Key: ticketKey(ticketId), ConsistentRead: true }),
    );
    return Item as Item | undefined;
  }

  /** Pointers first, then the ticket in one conditional step: a pointer to nothing is passed over. */
  async function putOnce(ticket: StoredTicket, requestHash: string): Promise<boolean> {
    const { ticketId, conversationId } = ticket;
    await put({ pk: OPEN_TICKETS, sk: ticketId });
    if (conversationId) await put({ pk: conversationPartition(conversationId), sk: `${TICKET_POINTER}${ticketId}` });
    try {
      await database.send(
        new PutCommand({
          TableName: table,
          Item: { ...ticketKey(ticketId), ...ticket, requestHash, expiresAt: expiresAt() },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  async function ticketsAt(pointers: readonly Item[]): Promise<readonly StoredTicket[]> {
    const items = await getItems(
      options,
      pointers.map(({ sk }) => ticketKey(sk)),
    );
    return items.filter((item) => isAlive(item, now())).map((item) => ticketItem.parse(item));
  }

  return {
    async create(ticket, { key, requestHash }) {
      for (let attempt = 0; attempt < MOST_IDS; attempt += 1) {
        // The id follows from the key: whoever comes with the same key meets the same item.
        const ticketId = ticketIdFrom(`${attempt}\0${key}`);
        const stored = { ...ticket, ticketId };
        const before = await find(ticketId);
        if (!before && (await putOnce(stored, requestHash))) return { kind: 'created', ticket: stored };
        const there = before ?? (await find(ticketId));
        if (there?.requestHash === requestHash) return { kind: 'same', ticket: ticketItem.parse(there) };
        if (there?.keyHash === ticket.keyHash) return { kind: 'conflict' };
      }
      throw new Error('No free ticket id was found.');
    },
    async open() {
      const tickets = await ticketsAt(await queryItems(options, { pk: OPEN_TICKETS }));
      return tickets
        .filter(({ status }) => status !== 'done')
        .toSorted((a, b) => Date.parse(a.expectedBy) - Date.parse(b.expectedBy));
    },
    async closed(days) {
      const pointers = await Promise.all(days.map((day) => queryItems(options, { pk: closedTicketsPartition(day) })));
      // Pointers of a ticket that was opened again, or closed twice, stay: the day that it says itself counts.
      return (await ticketsAt(pointers.flat())).filter(
        ({ closedAt }) => closedAt !== undefined && days.includes(dayOf(closedAt)),
      );
    },
    async setStatus(ticketId, status) {
      const item = await find(ticketId);
      if (!isAlive(item, now())) return undefined;
      const at = now().toISOString();
      const list = status === 'done' ? closedTicketsPartition(dayOf(at)) : OPEN_TICKETS;
      const pointer = { pk: list, sk: ticketId, expiresAt: item.expiresAt };
      // On the list it goes to before it changes, and off the other one after: broken off in between, it is on one.
      await put(pointer);
      const change = await update(ticketId, status, at);
      if (status === 'done') await leaveOpenList(ticketId);
      // Somebody who was closing it may have taken it off the list just before it changed.
      else await put(pointer);
      return change;
    },
  };

  /** Takes a closed ticket off the list of open ones, and puts it back where somebody has opened it again meanwhile. */
  async function leaveOpenList(ticketId: string): Promise<void> {
    const pointer = { pk: OPEN_TICKETS, sk: ticketId };
    await deleteItems(options, [pointer]);
    const item = await find(ticketId);
    if (item && item.status !== 'done') await put({ ...pointer, expiresAt: item.expiresAt });
  }

  async function update(ticketId: string, status: TicketStatus, at: string): Promise<StatusChange | undefined> {
    try {
      const { Attributes } = await database.send(
        new UpdateCommand({
          TableName: table,
          Key: ticketKey(ticketId),
          // Closing what is closed is no news: it stays closed at the moment it was.
          UpdateExpression: `SET #status = :status, changedAt = :at ${status === 'done' ? ', closedAt = if_not_exists(closedAt, :at)' : 'REMOVE closedAt'}`,
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: { ':status': status, ':at': at },
          ReturnValues: 'ALL_OLD',
        }),
      );
      const before = ticketItem.parse(Attributes);
      const { closedAt = at, ...rest } = before;
      return { before, after: { ...rest, status, changedAt: at, ...(status === 'done' && { closedAt }) } };
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  }
}

function dayOf(moment: string): string {
  return moment.slice(0, 10);
}
