/** A thread does not inherit how this one reads TypeScript. */
import { register } from 'tsx/esm/api';

register();
await import('./embedded-dynamodb-worker.ts');
