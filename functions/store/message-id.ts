/** Ids of messages: each says its conversation, its moment and so its day, so that a message is found by key alone. */

/** Where a message is. */
export interface MessagePlace {
  readonly conversationId: string;
  /** Part of the id that is unique in its conversation; ids sort in the order of time. */
  readonly turnId: string;
  /** ISO date (UTC) of the message. */
  readonly day: string;
}

/** Digits of a moment in base 36: enough until the year 5188. */
const MOMENT_DIGITS = 9;
const RANDOM_DIGITS = 8;
const MARK = '.';
const FORM = /^(?<conversationId>[\w-]{1,60})\.(?<moment>[0-9a-z]{9})[0-9a-z]{8}$/;

/** Returns the id of a message at `at`; `random` makes it unique among those of the same millisecond. */
export function messageIdOf(conversationId: string, at: Date, random: string): string {
  const moment = at.getTime().toString(36).padStart(MOMENT_DIGITS, '0');
  const tail = random.replace(/[^0-9a-z]/g, '').slice(0, RANDOM_DIGITS);
  return `${conversationId}${MARK}${moment}${tail.padEnd(RANDOM_DIGITS, '0')}`;
}

/** Returns where a message is, or undefined when the text is no message id. */
export function placeOf(messageId: string): MessagePlace | undefined {
  const { conversationId, moment } = FORM.exec(messageId)?.groups ?? {};
  if (conversationId === undefined || moment === undefined) return undefined;
  const at = new Date(Number.parseInt(moment, 36));
  if (Number.isNaN(at.getTime())) return undefined;
  return {
    conversationId,
    turnId: messageId.slice(conversationId.length + MARK.length),
    day: at.toISOString().slice(0, 10),
  };
}

/** Returns the id of the message that is there. */
export function messageIdAt({ conversationId, turnId }: Pick<MessagePlace, 'conversationId' | 'turnId'>): string {
  return `${conversationId}${MARK}${turnId}`;
}
