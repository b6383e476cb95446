import { describe, expect, it } from 'vitest';
import { mentionFinder } from '../../functions/conversation/mentions.ts';
import { type PreviousTurn, type UtteranceContext, understand } from '../../functions/conversation/understand.ts';
import { rank } from '../../functions/matching/matcher.ts';
import { AFTER_LEAVES, GARDEN } from './garden.ts';

const findMentions = mentionFinder(GARDEN.slots, () => false);
const read = (text: string, context: UtteranceContext = {}) => understand(text, context, GARDEN, findMentions);
const answered = (text: string, more: Partial<PreviousTurn> = {}): PreviousTurn => ({
  text,
  questionLocale: 'en',
  kind: 'answer',
  match: 'repot',
  candidates: ['repot', 'water'],
  fallbacks: 0,
  ...more,
});
const turn = (text: string, previous = answered('repot the plant')) => read(text, { expectedLanguage: 'en', previous });
const suggested = answered('plant', { kind: 'suggestions', match: null });

describe('the language of a turn', () => {
  it('is the detected one', () => {
    expect(read('geel', { expectedLanguage: 'en' })).toMatchObject({ language: 'nl', detection: { language: 'nl' } });
  });

  it('is the expected one, or English, where another is detected', () => {
    const other = 'wasser wasser wasser';
    expect(read(other, { expectedLanguage: 'nl' })).toMatchObject({ language: 'nl', detection: { language: 'other' } });
    expect(read(other).language).toBe('en');
  });

  it('has no turns of phrase where it is one without', () => {
    expect(understand('qwx', { expectedLanguage: 'eo', previous: suggested }, GARDEN, findMentions)).toMatchObject({
      language: 'eo',
      relation: 'new',
    });
  });
});

describe('a turn', () => {
  it('is new when it is the first', () => {
    const { relation, ranking, mentions, second } = read('and water on kpn?');
    expect(relation).toBe('new');
    expect(ranking).toEqual(rank('and water on kpn?', 'en', GARDEN.matcher));
    expect(mentions).toEqual({ operator: 'kpn' });
    expect(second).toBeUndefined();
  });

  it('that asks two questions is new, whatever was before', () => {
    expect(turn('and repot, water')).toMatchObject({ relation: 'new', second: { id: 'water' } });
  });

  it('that is small talk is new', () => {
    expect(turn('hello')).toMatchObject({ relation: 'new', ranking: rank('hello', 'en', GARDEN.matcher) });
    expect(turn('and hey').relation).toBe('new');
  });

  it('that looks out of scope may lean on the one before', () => {
    expect(turn('and').relation).toBe('follow-up');
  });
});

describe('picking a suggestion', () => {
  it.each([
    ['1', 'repot'],
    ['The first one!', 'repot'],
    ['2', 'water'],
  ])('is understood: %s', (text, chosen) => {
    expect(turn(text, suggested)).toMatchObject({ relation: 'pick', chosen });
  });

  it('is not understood for one that was not offered, or after an answer', () => {
    expect(turn('3', suggested).relation).not.toBe('pick');
    expect(turn('2').relation).not.toBe('pick');
    expect(turn('1 plant', suggested).relation).not.toBe('pick');
  });

  it('may be refusing all of them', () => {
    expect(turn('None of these.', suggested).relation).toBe('none-of-these');
    expect(turn('None of these.').relation).not.toBe('none-of-these');
  });
});

describe('asking more of the same', () => {
  it('is about the entry that was the answer', () => {
    expect(turn('Why?')).toMatchObject({ relation: 'more-of-the-same', chosen: 'repot' });
  });

  it('is nothing after a turn without an answer', () => {
    expect(turn('Why?', suggested).relation).toBe('follow-up');
    expect(turn('Why?', answered('x', { match: null })).relation).toBe('follow-up');
    expect(turn('Why?', answered('x', { kind: 'fallback' })).relation).toBe('follow-up');
    expect(turn('plant').chosen).toBeUndefined();
  });
});

describe('a follow-up', () => {
  it('is what is not clear by itself', () => {
    expect(turn('and').relation).toBe('follow-up');
    expect(turn('plant').relation).toBe('follow-up');
  });

  it('is what means something else after the turn before', () => {
    const context = { expectedLanguage: 'en', previous: answered('yellow', { match: 'leaves' }) };
    expect(read('pot pot').ranking.entries[0]?.id).toBe('repot');
    const { relation, ranking } = understand('pot pot', context, AFTER_LEAVES, findMentions);
    expect(relation).toBe('follow-up');
    expect(ranking.entries[0]?.id).toBe('water');
  });

  it('is not what is clear by itself and means the same after the turn before', () => {
    expect(turn('water')).toMatchObject({ relation: 'new', ranking: rank('water', 'en', GARDEN.matcher) });
    expect(turn('water on Samsung', answered('repot on KPN')).mentions).toEqual({ device: 'samsung' });
  });

  it('comes after what was offered first where nothing was answered', () => {
    const offered = answered('plant', { kind: 'suggestions', match: null, candidates: ['leaves', 'repot'] });
    const { ranking } = understand(
      'pot pot',
      { expectedLanguage: 'en', previous: offered },
      AFTER_LEAVES,
      findMentions,
    );
    expect(ranking.entries[0]?.id).toBe('water');
    const unsure = answered('plant', { kind: 'fallback', match: null, candidates: ['leaves', 'repot'] });
    const after = understand('pot pot', { expectedLanguage: 'en', previous: unsure }, AFTER_LEAVES, findMentions);
    expect(after.ranking.entries[0]?.id).toBe('repot');
  });
});

describe('small talk after an answer', () => {
  const context = { expectedLanguage: 'en', previous: answered('yellow', { match: 'leaves' }) };
  const afterLeaves = (text: string) => understand(text, context, AFTER_LEAVES, findMentions);

  it('is small talk when it is that without the answer, and surely', () => {
    expect(afterLeaves('hello').relation).toBe('new');
  });

  it('is a follow-up when it is less sure, and hardly likely after that', () => {
    expect(rank('hey', 'en', AFTER_LEAVES.matcher).intents[0]?.probability).toBeGreaterThan(0.5);
    expect(afterLeaves('hey').relation).toBe('follow-up');
    expect(turn('hey').relation).toBe('new');
  });
});

describe('what a follow-up may mean', () => {
  /** What the two turns give each class, and what lies near the answer before. */
  const pooled = (text: string, whole: string, hasAnswer = true) => {
    const [own, both] = [text, whole].map((one) => {
      const { entries, intents } = rank(one, 'en', GARDEN.matcher);
      return new Map([...entries, ...intents].map(({ id, probability }) => [id, probability + 0.001]));
    });
    const near: Readonly<Record<string, number>> = { leaves: 0.65 + 0.65, repot: 0.65 - 0.4, water: 0.65 + 0.65 };
    const powers = GARDEN.matcher.classes.map((id) => {
      const bonus = hasAnswer ? Math.exp(near[id] ?? 0) : 1;
      return [id, (own?.get(id) ?? 0) ** 1.3 * (both?.get(id) ?? 0) ** 0.25 * bonus] as const;
    });
    const total = powers.reduce((all, [, each]) => all + each, 0);
    return Object.fromEntries(powers.map(([id, each]) => [id, expect.closeTo(each / total, 9)]));
  };
  const shares = ({ ranking }: ReturnType<typeof read>) =>
    Object.fromEntries([...ranking.entries, ...ranking.intents].map(({ id, probability }) => [id, probability]));

  it('is told by itself and by both turns, and is likelier near the answer', () => {
    expect(shares(turn('and plant'))).toEqual(pooled('and plant', 'repot the plant and plant'));
  });

  it('has nothing near a turn without an answer', () => {
    const previous = answered('repot the plant', { match: null });
    expect(shares(turn('and plant', previous))).toEqual(pooled('and plant', 'repot the plant and plant', false));
  });

  it('has the new phone and operator in place of the old ones', () => {
    const both = turn('and samsung', answered('repot the iPhone plant on KPN'));
    expect(shares(both)).toEqual(pooled('and samsung', 'repot the plant on kpn and samsung'));
    expect(both.mentions).toEqual({ operator: 'kpn', device: 'samsung' });
    const moved = turn('and vodafone', answered('repot the iPhone plant on KPN'));
    expect(shares(moved)).toEqual(pooled('and vodafone', 'repot the iphone plant on and vodafone'));
    expect(moved.mentions).toEqual({ operator: 'vodafone', device: 'iphone' });
  });

  it('loses no phone but the one that is replaced', () => {
    const { ranking } = turn('and iphone', answered('repot the Samsung plant'));
    expect(ranking.length).toBe(rank('repot the   plant and iphone', 'en', GARDEN.matcher).length);
    expect(turn('and on KPN', answered('repot the Samsung plant')).ranking.length).toBe(
      rank('repot the samsung plant and on kpn', 'en', GARDEN.matcher).length,
    );
  });

  it('keeps what was named before when nothing new is', () => {
    expect(turn('and plant', answered('repot the plant on my iPhone')).mentions).toEqual({ device: 'iphone' });
  });

  it('is known as far as the better known of both, and as long as both together', () => {
    const { ranking } = turn('and qwx');
    const together = rank('repot the plant and qwx', 'en', GARDEN.matcher);
    expect(ranking.known).toBe(together.known);
    expect(ranking.length).toBe(together.length);
    expect(turn('and plant', answered('qwx qwy')).ranking.known).toBe(1);
  });
});
