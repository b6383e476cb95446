/** The app without anything behind it: enough to ask it for its own description. */
import { type App, createApp } from '../functions/http/app.ts';
import type { Dependencies } from '../functions/http/dependencies.ts';

/** Returns an app whose every dependency fails when it is used. */
export function describedApp(): App {
  const absent = (name: string) => () => {
    throw new Error(`${name} is not part of the description.`);
  };
  const dependencies = new Proxy({} as Dependencies, {
    get: (_, name) => {
      if (name === 'requestsPerMinute') return 0;
      if (name === 'allowedOrigins') return [];
      if (name === 'version') return '1';
      if (name === 'newId') return () => 'description';
      if (name === 'now') return () => new Date(0);
      if (name === 'apiDocument') return undefined;
      if (name === 'log') return () => undefined;
      return absent(String(name));
    },
  });
  return createApp(dependencies);
}
