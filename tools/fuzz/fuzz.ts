/** Sends generated requests to an app and checks each reply against the OpenAPI document. */
import fc from 'fast-check';
import type { App } from '../../functions/http/app.ts';
import { type ApiContract, readApiContract } from './api-contract.ts';
import { type FuzzRequest, fuzzRequests, type RequestOptions } from './requests.ts';

export interface FuzzOptions extends RequestOptions {
  readonly cases: number;
  /** The same seed sends the same requests. */
  readonly seed: number;
  readonly onCase?: (status: number) => void;
}

/** Returns the contract that an app describes itself by. */
export async function contractOf(app: Pick<App, 'request'>): Promise<ApiContract> {
  return readApiContract(await (await app.request('/v1/openapi.json')).json());
}

/** Resolves when all cases held. Rejects with the smallest request that did not, its faults, and the seed. */
export async function fuzz(app: Pick<App, 'request'>, options: FuzzOptions): Promise<void> {
  const contract = await contractOf(app);
  await fc.assert(
    fc.asyncProperty(fuzzRequests(contract, options), async (request) => {
      const { status, faults } = await send(app, contract, request);
      options.onCase?.(status);
      // Nothing behind the app is down, so nothing may say that it is.
      if (status >= 500) throw new Error(`status ${status}`);
      if (faults.length > 0) throw new Error(faults.join('\n'));
    }),
    { numRuns: options.cases, seed: options.seed },
  );
}

async function send(app: Pick<App, 'request'>, contract: ApiContract, { method, target, headers, body }: FuzzRequest) {
  const response = await app.request(target, {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    ...(body !== undefined && { body }),
  });
  const reply = {
    status: response.status,
    contentType: response.headers.get('content-type'),
    text: await response.text(),
  };
  return {
    status: response.status,
    faults: contract.faultsOf(method, new URL(target, 'http://localhost').pathname, reply),
  };
}
