import { describe, expect, it } from 'vitest';
import { decide } from '../../functions/conversation/decide.ts';
import type { PreviousTurn } from '../../functions/conversation/understand.ts';
import { ENTRIES, fellBack, UNSURE, understood } from './understood.ts';

describe('the wish for a person', () => {
  const wish = (agent: number, contact: number) =>
    decide(
      understood(
        {},
        {
          intents: [{ id: '@agent', probability: agent }],
          entries: [{ id: 'contact-support', probability: contact }, ...UNSURE],
          confidence: 0.8,
        },
      ),
      undefined,
    );

  it('hands over, with the question how to reach one counted in', () => {
    expect(wish(0.3, 0.35)).toMatchObject({
      kind: 'handoff',
      match: 'contact-support',
      remark: 'asked',
      confidence: expect.closeTo(0.65, 9),
      fallbacks: 0,
    });
    expect(wish(0.9, 0)).toMatchObject({ kind: 'handoff', remark: 'asked', confidence: 0.9 });
    expect(wish(0.3, 0.3)).toMatchObject({ kind: 'handoff', remark: 'asked', confidence: 0.6 });
  });

  it('is none when it is weak, alone or together', () => {
    expect(wish(0.29, 0.5).kind).toBe('answer');
    expect(wish(0.35, 0.2).kind).toBe('answer');
    const greeting = [{ id: '@greeting', probability: 0.35 }];
    const contact = [{ id: 'contact-support', probability: 0.62 }];
    expect(decide(understood({}, { intents: greeting, entries: contact }), undefined).kind).toBe('answer');
  });
});

describe('an answer that did not help', () => {
  const stuck = (previous: Partial<PreviousTurn> | undefined, id = '@stuck') =>
    decide(
      understood({}, { intents: [{ id, probability: 0.8 }], entries: ENTRIES, confidence: 0.1 }),
      previous && { ...fellBack, fallbacks: 0, ...previous },
    );

  it.each(['answer', 'handoff'])('is taken over by a person from what was tried: %s', (kind) => {
    expect(stuck({ kind, match: 'leaves' })).toEqual({
      kind: 'handoff',
      match: 'leaves',
      confidence: 0.8,
      candidates: [{ id: 'leaves', probability: 1 }, ENTRIES[0], ENTRIES[1]],
      remark: 'stuck',
      fallbacks: 0,
    });
  });

  it.each([
    ['nothing', undefined],
    ['suggestions', { kind: 'suggestions', match: 'leaves' }],
    ['an answer to nothing', { kind: 'answer', match: null }],
  ])('is asked about when there was none: after %s', (_, previous) => {
    expect(stuck(previous)).toMatchObject({
      kind: 'fallback',
      match: null,
      remark: 'askWhat',
      confidence: 0.8,
      fallbacks: 1,
    });
  });

  it('is asked about once', () => {
    expect(stuck({ kind: 'fallback', fallbacks: 1 })).toMatchObject({ kind: 'handoff', remark: 'twice', fallbacks: 2 });
  });

  it('is not told by another intent', () => {
    expect(stuck({ kind: 'answer', match: 'leaves' }, '@far').kind).toBe('suggestions');
  });
});
