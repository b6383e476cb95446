/** `npm start`: the whole product on this machine. */

import { buildWebWhenStale } from './build-web.ts';
import { startLocalServer } from './local-server.ts';
import { readLocalSettings } from './local-settings.ts';

/** Requests are many and say little here; tickets and failures are shown. */
const QUIET = '{"event":"request",';

try {
  const settings = readLocalSettings(process.env);
  await buildWebWhenStale();
  const server = await startLocalServer(settings, (line) => {
    if (!line.startsWith(QUIET)) console.error(line);
  });
  console.log(`Simtolk is ready at ${server.address}`);
  console.log('Try: "waar vind ik mijn pukcode", "no internet after landing", or "扫码装不上怎么办".');
  if (!settings.adminToken)
    console.log(`Maintainers' token, new at each start (ADMIN_TOKEN keeps one): ${server.adminToken}`);
  console.log(`Maintainers sign in at ${server.address}/maintainers/`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => server.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
