/** Leaves out of a bundle what the AWS SDK carries for other places than a Lambda function, and for other services' wire formats. */
import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';

const PROTOCOLS = '@aws-sdk/core/protocols';
/** All that DynamoDB's client asks of it; the whole list would share the formats of SNS with the start. */
const DYNAMODB_PROTOCOLS = `
export { AwsJson1_0Protocol } from './json/AwsJson1_0Protocol';
export { JsonCodec, JsonCodec2, JsonShapeDeserializer, JsonShapeDeserializer2, JsonShapeSerializer, JsonShapeSerializer2 }
  from '@smithy/core/protocols';`;

const resolveDirOf = (pluginData: unknown) => (pluginData as { resolveDir: string }).resolveDir;

/** An esbuild plugin. What it saves in the API function, minified: sign-in flows of a developer's machine 90 kB, the rest 25. */
export const slimSdk: Plugin = {
  name: 'slim-sdk',
  setup(build) {
    // A Lambda function has its credentials in the environment, and no other place is ever looked at.
    build.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ resolveDir }) => ({
      path: 'environment-credentials',
      namespace: 'environment-credentials',
      pluginData: { resolveDir },
    }));
    build.onLoad({ filter: /.*/, namespace: 'environment-credentials' }, ({ pluginData }) => ({
      contents: "import { fromEnv } from '@aws-sdk/credential-provider-env'; export const defaultProvider = fromEnv;",
      resolveDir: resolveDirOf(pluginData),
    }));
    build.onResolve({ filter: /^@aws-sdk\/core\/protocols$/ }, async ({ importer, resolveDir, kind, pluginData }) => {
      if (pluginData === 'inner' || !importer.includes('dynamodb')) return undefined;
      const { path } = await build.resolve(PROTOCOLS, { resolveDir, kind, pluginData: 'inner' });
      return { path: 'dynamodb', namespace: 'dynamodb-protocols', pluginData: { resolveDir: dirname(path) } };
    });
    build.onLoad({ filter: /.*/, namespace: 'dynamodb-protocols' }, ({ pluginData }) => ({
      contents: DYNAMODB_PROTOCOLS,
      resolveDir: resolveDirOf(pluginData),
    }));
    // Endpoints are discovered where a client is told to; DynamoDB's has one a region.
    build.onResolve({ filter: /^@aws-sdk\/endpoint-cache$/ }, () => ({ path: 'none', namespace: 'no-endpoint-cache' }));
    build.onLoad({ filter: /.*/, namespace: 'no-endpoint-cache' }, () => ({
      contents: 'export class EndpointCache {}',
    }));
    // For a Node without its own cryptography.
    build.onLoad({ filter: /\/checksum\/sha256\/Sha256Js\.js$/ }, () => ({
      contents: 'export const Sha256Js = undefined;',
    }));
    // For clients that retry in adaptive mode; ours say `standard`, or say nothing and get it.
    build.onLoad({ filter: /\/util-retry\/DefaultRateLimiter\.js$/ }, () => ({
      contents:
        'export class DefaultRateLimiter { constructor() { throw new Error("The bundle has no adaptive retries."); } }',
    }));
    // Clients tell AWS their version, and nothing else of the file.
    build.onLoad({ filter: /node_modules\/@aws-sdk\/client-[\w-]+\/package\.json$/ }, async ({ path }) => {
      const { default: packageFile } = await import(path, { with: { type: 'json' } });
      return { contents: JSON.stringify({ version: packageFile.version }), loader: 'json' };
    });
  },
};
