/** A service with something in it, so that generated requests also find what they ask for. */

import { FOR_PUBLISHING } from '../../functions/store/dynamo.ts';
import type { RequestOptions } from '../../tools/fuzz/requests.ts';
import { ADMIN, type Service, startService } from '../after-sales/service.ts';

const QUESTIONS = ['how do I install the esim on an iphone', '苹果手机怎么装', 'esim', 'what is the weather in paris'];

/** Starts the service with a few turns, feedback and a ticket. The same ids every time. */
export async function startFuzzedService(): Promise<{ readonly service: Service; readonly options: RequestOptions }> {
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${String(ids).padStart(8, '0')}`;
  };
  const service = await startService({ newId }, FOR_PUBLISHING);
  const replies = [];
  for (const text of QUESTIONS) replies.push(await service.ask(text));
  await service.call('POST', '/v1/feedback', {
    body: { messageId: replies[0]?.messageId, helpful: false, comment: 'no' },
  });
  const { body: ticket } = await service.call('POST', '/v1/tickets', {
    body: {
      channel: 'email',
      contact: 'visitor@example.org',
      text: 'help',
      conversationId: replies[1]?.conversationId,
    },
  });
  const ofTurns = replies.flatMap(({ messageId, conversationId }) => [messageId, conversationId]);
  return {
    service,
    options: {
      knownIds: [...ofTurns, ticket.ticketId, 'activate-iphone', 'refund', 'basics'],
      authorization: ADMIN.authorization,
    },
  };
}
