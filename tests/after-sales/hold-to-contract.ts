/** Makes every reply of an app under test answer to the OpenAPI document. */
import type { App } from '../../functions/http/app.ts';
import { describedApp } from '../../tools/described-app.ts';
import { contractOf } from '../../tools/fuzz/fuzz.ts';

/** Asked of an app of its own: asking the one under test would count as a client's request. */
let described: ReturnType<typeof contractOf> | undefined;

/** From now on a request rejects whose reply is not as described. */
export async function holdToContract(app: App): Promise<void> {
  described ??= contractOf(describedApp());
  const contract = await described;
  const request = app.request;
  app.request = async (...asked) => {
    const response = await request(...asked);
    const [input, init] = asked;
    const { method, url } = input instanceof Request ? input : { method: init?.method ?? 'GET', url: String(input) };
    const faults = contract.faultsOf(method, new URL(url, 'http://localhost').pathname, {
      status: response.status,
      contentType: response.headers.get('content-type'),
      text: await response.clone().text(),
    });
    if (faults.length > 0)
      throw new Error(`${method} ${url} has a reply that is not as described:\n${faults.join('\n')}`);
    return response;
  };
}
