/** Compiles the catalogue and builds the page once before the tests, so that no test file does it again. */
import { buildWebWhenStale } from '../tools/build-web.ts';
import { compiled } from '../tools/compiled.ts';

export default async function setup(): Promise<void> {
  compiled();
  await buildWebWhenStale();
}
