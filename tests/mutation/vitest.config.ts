/** The fast tests alone: a mutant must neither train a catalogue nor ask hundreds of random texts. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/matching/*.test.ts', 'tests/conversation/*.test.ts', 'tests/after-sales/redaction.test.ts'],
    exclude: [
      'tests/matching/language.test.ts',
      'tests/matching/ranking.test.ts',
      'tests/conversation/replies.test.ts',
    ],
    maxWorkers: 1,
    // One process keeps the libraries that it has read, from one mutant to the next.
    isolate: false,
    testTimeout: 60_000,
  },
});
