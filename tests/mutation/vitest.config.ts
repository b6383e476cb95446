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
    setupFiles: ['tests/mutation/load-numbered.ts'],
    // The test files of a mutant share a process, so that it reads the libraries once.
    isolate: false,
    testTimeout: 60_000,
  },
});
