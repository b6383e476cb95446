/** The whole product in front of a table that fails, and what a visitor does with it. */
import { WEB_FOLDER } from '../../tools/build-web.ts';
import { type LocalServer, startLocalServer } from '../../tools/local-server.ts';
import type { Answer } from '../after-sales/service.ts';

export interface Visitors {
  readonly server: LocalServer;
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  ask(more?: Readonly<Record<string, unknown>>): Promise<Answer>;
}

/** Starts the product on an outside DynamoDB. */
export async function startVisitors(dynamodbEndpoint: string): Promise<Visitors> {
  const settings = { port: 0, host: '127.0.0.1', requestsPerMinute: 0, version: 'test', webFolder: WEB_FOLDER };
  const server = await startLocalServer({ ...settings, dynamodbEndpoint }, () => {});
  const call = async (path: string, init?: RequestInit): Promise<Answer> => {
    const response = await fetch(server.address + path, init);
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  const post = (path: string, body: unknown) =>
    call(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return {
    server,
    get: (path) => call(path),
    post,
    ask: (more = {}) => post('/v1/messages', { text: 'where do I find my puk code', ...more }),
  };
}
