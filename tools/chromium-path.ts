/** Where this machine has a Chromium. */
import { existsSync } from 'node:fs';

const PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Returns the path of a Chromium, or undefined when none is installed. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH ?? '', ...PATHS].find((path) => path !== '' && existsSync(path));
}

/** Returns the path of a Chromium. Throws with what to install when there is none. */
export function chromiumPath(): string {
  const path = findChromium();
  if (!path) throw new Error('No Chromium found: install one (apt-get install chromium) or set CHROMIUM_PATH.');
  return path;
}
