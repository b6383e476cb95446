/** `npm run client`: writes the typed client of the API from its own OpenAPI document. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateApi } from 'swagger-typescript-api';
import { describedApp } from './described-app.ts';
import { PROJECT_ROOT } from './read-content.ts';

export const CLIENT_PATH = join(PROJECT_ROOT, 'web/client/simtolk-client.generated.ts');

/** Returns the text of the client that belongs to the API as it is. */
export async function clientSource(): Promise<string> {
  const document: unknown = await (await describedApp().request('/v1/openapi.json')).json();
  const { files } = await generateApi({
    // The library wants its own type of document; ours is checked by the app that serves it.
    spec: document as never,
    output: false,
    silent: true,
    httpClientType: 'fetch',
    apiClassName: 'SimtolkClient',
    extractRequestParams: false,
  });
  const [file] = files;
  if (!file) throw new Error('The generator wrote no client.');
  // The generator's own code is older than our compiler settings; its types are what callers check against.
  return `// @ts-nocheck\n${file.fileContent}`;
}

if (import.meta.url === `file://${process.argv[1]}`) writeFileSync(CLIENT_PATH, await clientSource());
