import { describe, expect, it } from 'vitest';
import { consider } from '../../functions/conversation/consider.ts';
import { ANSWER_FROM, SUGGEST_FROM } from '../../functions/conversation/decide.ts';
import { explainTurn } from '../../functions/conversation/explain-turn.ts';
import { explain } from '../../functions/matching/explain.ts';
import { handMadeMatcher } from '../matching/hand-made-matcher.ts';
import { AFTER_LEAVES, GARDEN } from './garden.ts';

describe('why a question gets its reply', () => {
  it('is shown from its language to the decision', () => {
    const { ranking, ...explanation } = explain('repot on KPN', 'en', GARDEN.matcher);
    expect(explainTurn('repot on KPN', undefined, GARDEN)).toEqual({
      language: expect.objectContaining({ language: 'en', evidence: 'letters' }),
      mentions: { operator: 'kpn' },
      decision: { kind: 'answer', match: 'repot', confidence: ranking.confidence },
      thresholds: { answerFrom: ANSWER_FROM, suggestFrom: SUGGEST_FROM },
      ...explanation,
      entries: ranking.entries,
      intents: ranking.intents,
      known: ranking.known,
    });
  });

  it('is shown for the language that was expected', () => {
    expect(explainTurn('12', 'nl', GARDEN).language).toEqual({ language: 'nl', probability: 0.5, evidence: 'prior' });
    expect(explainTurn('12', undefined, GARDEN).language.language).toBe('other');
  });

  it('is shown after a turn before: what that was about, and what both turns come to', () => {
    const previous = {
      text: 'yellow',
      questionLocale: 'en',
      kind: 'answer',
      match: 'leaves',
      candidates: [],
      fallbacks: 0,
    };
    const turn = { text: 'pot pot', browserLocale: 'en', previous } as const;
    const { terms, decision, entries } = explainTurn('pot pot', 'en', AFTER_LEAVES, previous);
    expect(terms.map(({ term, kind }) => `${kind} ${term}`)).toContain('before leaves');
    expect(decision.match).toBe(consider(turn, AFTER_LEAVES).decision.match);
    expect(entries[0]?.id).toBe('water');
  });

  it('has the best five of many entries and intents', () => {
    const many = (name: string) => Array.from({ length: 7 }, (_, at) => `${name}${at}`);
    const matcher = handMadeMatcher({ classes: [...many('@talk'), ...many('entry')], pulls: {} });
    const { entries, intents } = explainTurn('qwx', 'en', { ...GARDEN, matcher });
    expect(entries.map(({ id }) => id)).toEqual(many('entry').slice(0, 5));
    expect(intents.map(({ id }) => id)).toEqual(many('@talk').slice(0, 5));
  });
});
