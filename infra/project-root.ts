/** Where the project lies, so that nothing depends on the folder a command was started in. */
import { fileURLToPath } from 'node:url';

export const PROJECT_ROOT = fileURLToPath(new URL('..', import.meta.url));
