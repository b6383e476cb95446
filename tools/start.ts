/** `npm start`: the whole product on this machine. */

import { startLocalServer } from './local-server.ts';
import { readLocalSettings } from './local-settings.ts';

try {
  const server = await startLocalServer(readLocalSettings(process.env), () => {});
  console.log(`Simtolk is ready at ${server.address}`);
  console.log('Try: "waar vind ik mijn pukcode", "no internet after landing", or "扫码装不上怎么办".');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => server.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
