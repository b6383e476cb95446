/** `POST /v1/messages`: one turn of a conversation. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { redact } from '../conversation/redact.ts';
import { replyWithSecondLook } from '../conversation/second-look.ts';
import type { PreviousTurn } from '../conversation/understand.ts';
import { SHIPPED_VERSION } from '../store/catalogue-cache.ts';
import { messageIdOf } from '../store/message-id.ts';
import { patience } from '../store/patience.ts';
import type { AppEnvironment, Dependencies } from './dependencies.ts';
import { acceptedLocale } from './locale.ts';
import { jsonBody, jsonReply, problems } from './openapi.ts';
import { recordTurn } from './record-turn.ts';
import { messageReply, messageRequest } from './schemas.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/messages',
  operationId: 'sendMessage',
  summary: 'Ask a question, or go on with a conversation',
  request: { body: jsonBody(messageRequest) },
  responses: { 200: jsonReply('The reply', messageReply), ...problems(400, 413, 415, 429) },
});

/** Small talk with which a conversation ends well; a hand-off ends it badly. */
const ENDINGS = ['@thanks', '@goodbye'] as const;

interface Before {
  readonly previous?: PreviousTurn;
  /** False while the table does not say whether there was a turn. */
  readonly wasRead: boolean;
}
const NOT_READ: Before = { wasRead: false };
/** What we give out as the id of a conversation. */
const id = z.uuid();

/** Adds the route to the app. */
export function addMessages(app: OpenAPIHono<AppEnvironment>, dependencies: Dependencies): void {
  const { catalogue, conversations, activity, secondLook, newId, now, log } = dependencies;

  /** Without its turn before, a question is understood by itself: it still gets its answer. */
  async function readBefore(conversationId: string | undefined): Promise<Before> {
    if (conversationId === undefined) return { wasRead: true };
    try {
      const previous = await conversations.lastTurn(conversationId);
      return { wasRead: true, ...(previous && { previous }) };
    } catch (error) {
      log('conversation not read', { error: String(error) });
      return NOT_READ;
    }
  }

  app.openapi(route, async (context) => {
    const { text, locale, conversationId } = context.req.valid('json');
    const before = readBefore(conversationId);
    const current = await catalogue.current();
    // Where the table was waited for in vain just now, it is not waited for again.
    const wait = patience(activity.lastAnswerAt, current.version === SHIPPED_VERSION ? 0 : activity.patienceMs);
    const { previous, wasRead } = conversationId === undefined ? await before : await wait(before, NOT_READ);
    const { reply, memory } = await replyWithSecondLook(
      {
        text,
        browserLocale: acceptedLocale(context.req.header('accept-language')),
        ...(locale && { askedLocale: locale }),
        ...(previous && { previous }),
      },
      { catalogue: current, now, secondLook },
    );
    const at = now();
    // One that could not be read may well be there: its next turn is to find this one.
    const goesOn = previous !== undefined || (!wasRead && id.safeParse(conversationId).success);
    const known = conversationId !== undefined && goesOn ? conversationId : newId();
    const messageId = messageIdOf(known, at, newId());
    const turn = {
      messageId,
      at: at.toISOString(),
      locale: reply.locale,
      confidence: reply.confidence,
      memory: { ...memory, candidates: [...memory.candidates], text: await redact(memory.text) },
    };
    const stored = await recordTurn(dependencies, turn, wait);
    const survey = reply.kind === 'handoff' || ENDINGS.some((ending) => ending === reply.match);
    return context.json({ messageId, conversationId: known, ...reply, survey, stored }, 200);
  });
}
