/** `GET /v1/openapi.json`: the description of the API. */
import { readFile } from 'node:fs/promises';
import type { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import type { AppEnvironment, Dependencies } from './dependencies.ts';

/** Its name beside the bundle, which leaves out what would make it from the routes: see `infra/slim-zod.ts`. */
export const DOCUMENT_FILE = 'openapi.json';

const written = z.looseObject({ info: z.looseObject({}) });
export type ApiDocument = z.infer<typeof written>;

/** Adds the route to the app. The document is made from the app's routes where none was made beforehand. */
export function addApiDocument(
  app: OpenAPIHono<AppEnvironment>,
  { version, apiDocument = async () => documentOf(app) }: Dependencies,
): void {
  app.get('/v1/openapi.json', async (context) => {
    const { info, ...rest } = await apiDocument();
    return context.json({ ...rest, info: { ...info, version } });
  });
}

/** Reads the document in a folder, whose address ends with a slash. Rejects when it is not there or none. */
export async function readApiDocument(folder: URL): Promise<ApiDocument> {
  return written.parse(JSON.parse(await readFile(new URL(DOCUMENT_FILE, folder), 'utf8')));
}

function documentOf(app: OpenAPIHono<AppEnvironment>): ApiDocument {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Simtolk',
      version: '',
      description: 'Answers to questions about eSIMs in the Netherlands, in Chinese, English and Dutch.',
      license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' },
    },
    servers: [{ url: '/' }],
  });
  return written.parse(document);
}
