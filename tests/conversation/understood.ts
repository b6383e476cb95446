/** What a turn may have been understood as, and the turn before it. */
import type { PreviousTurn, Understanding } from '../../functions/conversation/understand.ts';

export const ENTRIES = [
  { id: 'water', probability: 0.5 },
  { id: 'pot', probability: 0.2 },
  { id: 'leaves', probability: 0.1 },
  { id: 'light', probability: 0.05 },
];
const ranking = {
  entries: ENTRIES,
  intents: [{ id: '@greeting', probability: 0.1 }],
  confidence: 0.7,
  known: 1,
  length: 3,
};
export const understood = (
  more: Partial<Understanding> = {},
  ranked: Partial<Understanding['ranking']> = {},
): Understanding => ({
  detection: { language: 'en', probability: 1, evidence: 'letters' },
  language: 'en',
  relation: 'new',
  mentions: {},
  ...more,
  ranking: { ...ranking, ...ranked },
});
export const fellBack: PreviousTurn = {
  text: 'x',
  questionLocale: 'en',
  kind: 'fallback',
  match: null,
  candidates: [],
  fallbacks: 1,
};
export const UNSURE = [
  { id: 'water', probability: 0.1 },
  { id: 'pot', probability: 0.05 },
];
