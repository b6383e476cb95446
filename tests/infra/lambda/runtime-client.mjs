// What AWS's Node runtime does with a bundle, in a process of its own: import it, then ask for events until there are none.
// Not by fetch: AWS's client is native code, and what a handler loads of Node for itself must not be there already.
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

const { AWS_LAMBDA_RUNTIME_API: api, LAMBDA_BUNDLE: bundle } = process.env;
const agent = new Agent({ keepAlive: true });
const errorOf = ({ name, message, stack }) => ({
  errorType: name,
  errorMessage: message,
  stackTrace: stack.split('\n'),
});

async function call(method, path, body) {
  const response = await new Promise((resolve, reject) => {
    const options = { method, agent };
    request(`http://${api}/2018-06-01/runtime/${path}`, options, resolve).once('error', reject).end(body);
  });
  return { headers: response.headers, body: await text(response) };
}
const post = (path, body) => call('POST', path, JSON.stringify(body));

let handler;
try {
  ({ handler } = await import(pathToFileURL(bundle).href));
} catch (error) {
  await post('init/error', errorOf(error));
  process.exit(1);
}
for (;;) {
  const { headers, body } = await call('GET', 'invocation/next');
  const id = headers['lambda-runtime-aws-request-id'];
  const context = { awsRequestId: id, functionName: process.env.AWS_LAMBDA_FUNCTION_NAME };
  try {
    await post(`invocation/${id}/response`, (await handler(JSON.parse(body), context)) ?? null);
  } catch (error) {
    await post(`invocation/${id}/error`, errorOf(error));
  }
}
