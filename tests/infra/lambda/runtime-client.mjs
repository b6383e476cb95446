// What AWS's Node runtime does with a bundle, in a process of its own: import it, then ask for events until there are none.
import { pathToFileURL } from 'node:url';

const { AWS_LAMBDA_RUNTIME_API: api, LAMBDA_BUNDLE: bundle } = process.env;
const base = `http://${api}/2018-06-01/runtime`;
const post = (path, body) => fetch(`${base}/${path}`, { method: 'POST', body: JSON.stringify(body) });
const errorOf = ({ name, message, stack }) => ({
  errorType: name,
  errorMessage: message,
  stackTrace: stack.split('\n'),
});

let handler;
try {
  ({ handler } = await import(pathToFileURL(bundle).href));
} catch (error) {
  await post('init/error', errorOf(error));
  process.exit(1);
}
for (;;) {
  const next = await fetch(`${base}/invocation/next`);
  const id = next.headers.get('lambda-runtime-aws-request-id');
  const context = { awsRequestId: id, functionName: process.env.AWS_LAMBDA_FUNCTION_NAME };
  try {
    await post(`invocation/${id}/response`, (await handler(await next.json(), context)) ?? null);
  } catch (error) {
    await post(`invocation/${id}/error`, errorOf(error));
  }
}
