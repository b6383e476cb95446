/** `POST /v1/messages`: one turn of a conversation. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { redact } from '../conversation/redact.ts';
import { replyTo } from '../conversation/reply.ts';
import type { PreviousTurn } from '../conversation/understand.ts';
import type { AppEnvironment, Dependencies } from './dependencies.ts';
import { acceptedLocale } from './locale.ts';
import { jsonBody, jsonReply, problems } from './openapi.ts';
import { messageReply, messageRequest } from './schemas.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/messages',
  operationId: 'sendMessage',
  summary: 'Ask a question, or go on with a conversation',
  request: { body: jsonBody(messageRequest) },
  responses: { 200: jsonReply('The reply', messageReply), ...problems(400, 413, 415, 429) },
});

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
    const ids = { conversationId: previous && conversationId ? conversationId : newId(), messageId: newId() };
    try {
      await conversations.saveTurn({
        ...ids,
        at: now().toISOString(),
        locale: reply.locale,
        confidence: reply.confidence,
        memory: { ...memory, candidates: [...memory.candidates], text: redact(memory.text) },
      });
    } catch (error) {
      // The log of questions never spoils an answer.
      log('turn not stored', { error: String(error) });
    }
    return context.json({ ...ids, ...reply }, 200);
  });
}
