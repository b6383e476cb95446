/** The fast tests alone: a mutant must not train the whole catalogue. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/matching/*.test.ts', 'tests/conversation/*.test.ts', 'tests/after-sales/redaction*.test.ts'],
    // These ask the whole catalogue, which a mutant of the matcher would train again.
    exclude: ['tests/matching/language.test.ts', 'tests/conversation/replies.test.ts'],
    maxWorkers: 1,
    testTimeout: 60_000,
  },
});
