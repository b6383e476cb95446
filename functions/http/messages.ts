/** `POST /v1/messages`: one turn of a conversation. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { redact } from '../conversation/redact.ts';
import { replyTo } from '../conversation/reply.ts';
import type { PreviousTurn } from '../conversation/understand.ts';
import { messageIdOf } from '../store/message-id.ts';
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

/** Adds the route to the app. */
export function addMessages(app: OpenAPIHono<AppEnvironment>, dependencies: Dependencies): void {
  const { catalogue, conversations, newId, now, log } = dependencies;

  /** A conversation that cannot be read is a new one: the question still gets its answer. */
  async function previousTurn(conversationId: string | undefined): Promise<PreviousTurn | undefined> {
    if (conversationId === undefined) return undefined;
    try {
      return await conversations.lastTurn(conversationId);
    } catch (error) {
      log('conversation not read', { error: String(error) });
      return undefined;
    }
  }

  app.openapi(route, async (context) => {
    const { text, locale, conversationId } = context.req.valid('json');
    const [current, previous] = await Promise.all([catalogue.current(), previousTurn(conversationId)]);
    const { reply, memory } = replyTo(
      {
        text,
        browserLocale: acceptedLocale(context.req.header('accept-language')),
        ...(locale && { askedLocale: locale }),
        ...(previous && { previous }),
      },
      current,
      now(),
    );
    const at = now();
    const known = previous && conversationId ? conversationId : newId();
    const messageId = messageIdOf(known, at, newId());
    await recordTurn(dependencies, {
      messageId,
      at: at.toISOString(),
      locale: reply.locale,
      confidence: reply.confidence,
      memory: { ...memory, candidates: [...memory.candidates], text: redact(memory.text) },
    });
    const survey = reply.kind === 'handoff' || ENDINGS.some((ending) => ending === reply.match);
    return context.json({ messageId, conversationId: known, ...reply, survey }, 200);
  });
}
