/** The browser that tests run in: whatever Chromium the machine has. */
import { type Browser, chromium } from 'playwright-core';
import { chromiumPath } from '../tools/chromium-path.ts';

/** Starts the browser. Throws with what to install when there is none. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath() });
}
