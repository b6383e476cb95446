import { describe, expect, it } from 'vitest';
import { replyTo, type Turn } from '../../functions/conversation/reply.ts';
import { replyWithSecondLook } from '../../functions/conversation/second-look.ts';
import type { PreviousTurn } from '../../functions/conversation/understand.ts';
import { type Ranking, rank } from '../../functions/matching/matcher.ts';
import { handMadeMatcher } from '../matching/hand-made-matcher.ts';
import { GARDEN } from './garden.ts';

const NOW = new Date('2026-11-25T11:00:00Z');
/** The garden, where a bus is most likely nothing of its own. */
const NEAR_A_ROAD = {
  ...GARDEN,
  matcher: handMadeMatcher({
    classes: GARDEN.matcher.classes,
    pulls: { 'stem bus': { '@far': 2 }, 'stem plane': { '@far': 12 }, 'stem the': { repot: 0 } },
    words: { en: ['the', 'bus', 'plane'] },
  }),
};
const previous = (more: Partial<PreviousTurn>): { previous: PreviousTurn } => ({
  previous: {
    text: 'plant',
    questionLocale: 'en',
    kind: 'answer',
    match: 'repot',
    candidates: [],
    fallbacks: 0,
    ...more,
  },
});

/** Asks, and tells the texts that were looked at again beside the reply. */
async function ask(text: string, seen: Ranking | undefined, turn: Partial<Turn> = {}, catalogue = GARDEN) {
  const looked: string[] = [];
  const whole = { text, browserLocale: 'en' as const, ...turn };
  const given = await replyWithSecondLook(whole, {
    catalogue,
    now: () => NOW,
    secondLook: async (asked, ranking, { version }) => {
      looked.push(`${asked} (${version}, ${ranking.entries.length})`);
      return seen;
    },
  });
  return { ...given, looked, once: replyTo(whole, catalogue, NOW) };
}
const SURE = rank('water', 'en', GARDEN.matcher);
const DOUBTFUL = rank('plant', 'en', GARDEN.matcher);

describe('a second look', () => {
  it('makes an answer of suggestions, if it finds one', async () => {
    const { reply, memory, looked } = await ask('plant', SURE);
    expect(looked).toEqual(['plant (7, 4)']);
    expect(reply).toMatchObject({ kind: 'answer', match: 'water', text: 'water. (en)' });
    expect(memory.match).toBe('water');
  });

  it.each<[string, Partial<Turn>]>([
    ['fallback', {}],
    ['handoff', previous({ kind: 'fallback', match: null, fallbacks: 1, text: 'the the' })],
  ])('makes suggestions of not knowing: %s', async (kind, turn) => {
    const { reply, looked, once } = await ask('the bus', DOUBTFUL, turn, NEAR_A_ROAD);
    expect(once.reply.kind).toBe(kind);
    expect(looked).toHaveLength(1);
    expect(reply).toMatchObject({ kind: 'suggestions', match: null });
  });

  it('is one at both turns where they belong together', async () => {
    expect(
      (await ask('and plant', SURE, previous({ text: 'the plant', kind: 'fallback', match: null }))).looked,
    ).toEqual(['the plant and plant (7, 4)']);
  });

  it('changes nothing when it finds nothing, or nothing better', async () => {
    const nothing = await ask('plant', undefined);
    expect(nothing.looked).toHaveLength(1);
    expect(nothing.reply).toEqual(nothing.once.reply);
    const worse = await ask('plant', { ...DOUBTFUL, entries: [], confidence: 0 });
    expect(worse.looked).toHaveLength(1);
    expect(worse.reply).toEqual(worse.once.reply);
  });

  it.each<[string, string, Partial<Turn>]>([
    ['an answer', 'repot', {}],
    ['small talk', 'hello', {}],
    ['the wish for a person', 'person', {}],
    ['an answer that did not help', 'useless', previous({})],
    ['another language', 'wasser wasser wasser', {}],
    ['none of these', 'none of these', previous({ kind: 'suggestions', match: null, fallbacks: 1 })],
  ])('is not taken at %s', async (_, text, turn) => {
    const { reply, looked, once } = await ask(text, SURE, turn);
    expect(looked).toEqual([]);
    expect(reply).toEqual(once.reply);
  });

  it('is not taken at what is surely nothing of its own', async () => {
    const { looked, reply } = await ask('the plane', SURE, {}, NEAR_A_ROAD);
    expect(looked).toEqual([]);
    expect(reply.kind).toBe('fallback');
  });

  it('is not needed', async () => {
    const turn = { text: 'plant', browserLocale: 'en' as const };
    const { reply } = await replyWithSecondLook(turn, { catalogue: GARDEN, now: () => NOW });
    expect(reply).toEqual(replyTo(turn, GARDEN, NOW).reply);
  });
});
