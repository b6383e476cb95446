/** Compiles the catalogue once before the tests, so that no test file trains it again. */
import { compiled } from '../tools/compiled.ts';

export default function setup(): void {
  compiled();
}
