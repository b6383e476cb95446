/** `GET` and `DELETE /v1/conversations/{conversationId}`: all that is stored of a conversation, given out or deleted. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnvironment, Dependencies } from './dependencies.ts';
import { jsonReply, problems } from './openapi.ts';
import { problem } from './problem.ts';
import { conversationExport, conversationParams } from './visitor-schemas.ts';

const exportRoute = createRoute({
  method: 'get',
  path: '/v1/conversations/{conversationId}',
  operationId: 'exportConversation',
  summary: 'All that is stored of a conversation; whoever knows its id may see it',
  request: { params: conversationParams },
  responses: { 200: jsonReply('All of it', conversationExport), ...problems(400, 404, 429, 503) },
});

const deleteRoute = createRoute({
  method: 'delete',
  path: '/v1/conversations/{conversationId}',
  operationId: 'deleteConversation',
  summary: 'Delete all that is stored of a conversation',
  request: { params: conversationParams },
  responses: { 204: { description: 'Nothing of it is left' }, ...problems(400, 429, 503) },
});

/** Adds the routes to the app. */
export function addConversations(app: OpenAPIHono<AppEnvironment>, { conversations }: Dependencies): void {
  app.openapi(exportRoute, async (context) => {
    const all = await conversations.exportConversation(context.req.valid('param').conversationId);
    if (!all) return problem(context, 'notFound') as never;
    context.header('cache-control', 'no-store');
    return context.json(all, 200);
  });
  app.openapi(deleteRoute, async (context) => {
    await conversations.deleteConversation(context.req.valid('param').conversationId);
    return context.body(null, 204);
  });
}
