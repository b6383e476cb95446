/** Tells maintainers of a new ticket: a port, and its adapters for SNS and for the log. */

/** Nothing about the visitor: who may read the ticket sees it there. */
export interface TicketNotice {
  readonly ticketId: string;
  readonly channel: string;
  readonly locale: string;
  readonly expectedBy: string;
}

export type Notify = (notice: TicketNotice) => Promise<void>;

type Log = (event: string, details: Readonly<Record<string, unknown>>) => void;

/** Returns the adapter that writes a line to the log. */
export function notifyByLog(log: Log): Notify {
  return async (notice) => log('ticket created', { ...notice });
}

/** A visitor waits for the ticket that it tells of. */
const TIME_LIMITS = { connectionTimeout: 500, requestTimeout: 1500, throwOnRequestTimeout: true };

/** Returns the adapter that publishes to the SNS topic; its client is loaded with the first ticket, not at the start. */
export function notifyBySns(topicArn: string): Notify {
  return async ({ ticketId, channel, locale, expectedBy }) => {
    const { PublishCommand, SNSClient } = await import('@aws-sdk/client-sns');
    await new SNSClient({ maxAttempts: 2, requestHandler: TIME_LIMITS }).send(
      new PublishCommand({
        TopicArn: topicArn,
        Subject: `Simtolk ticket ${ticketId}`,
        Message: `A visitor asks for an answer by ${channel} (${locale}), before ${expectedBy}.`,
      }),
    );
  };
}
