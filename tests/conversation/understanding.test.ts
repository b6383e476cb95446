import { describe, expect, it } from 'vitest';
import { mentionFinder } from '../../functions/conversation/mentions.ts';
import { type PreviousTurn, type UtteranceContext, understand } from '../../functions/conversation/understand.ts';
import { rank } from '../../functions/matching/matcher.ts';
import { GARDEN } from './garden.ts';

const findMentions = mentionFinder(GARDEN.slots);
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

  it('that is small talk is new, unless it starts as a follow-up and is less sure', () => {
    expect(turn('hello').relation).toBe('new');
    expect(turn('hey').relation).toBe('new');
    expect(turn('and hello').relation).toBe('new');
    expect(turn('and hey plant').relation).toBe('follow-up');
  });

  it('that looks out of scope may lean on the one before', () => {
    expect(turn('weather').relation).toBe('follow-up');
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
  it.each([
    ['starts like one', 'and water'],
    ['is nothing but such a start', 'and'],
    ['ends like one', 'water too'],
    ['points back, and is not very sure', 'pot pot pot it'],
    ['is short and unsure', 'plant'],
    ['is 21 letters in a word or two', `${'q'.repeat(10)} ${'w'.repeat(10)}`],
    ['is seven words', 'qa qb qc qd qe qf qg'],
    ['is 42 letters in three words', `${'qw'.repeat(7)} ${'qx'.repeat(6)}q ${'qy'.repeat(6)}q`],
    ['is long, unsure and starts like one', 'and qwx qwy qwz qxa qxb qxc qxd'],
  ])('%s: %s', (_, text) => {
    expect(turn(text).relation).toBe('follow-up');
  });

  it.each([
    ['is short but sure', 'water'],
    ['is short and rather sure, and points to nothing', 'pot pot pot the'],
    ['points back, but is very sure', 'water it'],
    ['only begins with the letters of such a start', 'andwater water water water'],
    ['is more than 21 letters in two words', `${'qw'.repeat(5)} ${'qx'.repeat(5)}q`],
    ['is eight words', 'qa qb qc qd qe qf qg qh'],
    ['is more than 42 letters in three words', `${'qw'.repeat(7)} ${'qx'.repeat(7)} ${'qy'.repeat(6)}q`],
    ['is long and sure', 'and water the water the water the water'],
    ['is long and ends like one', 'qwx qwy qwz qxa qxb qxc qxd too'],
  ])('is not what %s: %s', (_, text) => {
    expect(turn(text).relation).toBe('new');
  });

  it('is known in Chinese without a space', () => {
    expect(read('那浇水', { expectedLanguage: 'zh', previous: answered('换盆') }).relation).toBe('follow-up');
  });
});

describe('what a follow-up may mean', () => {
  /** What the two turns give each class, by how much the turn itself counts, and asking the same again. */
  const pooled = (text: string, whole: string, { alone, same }: { alone: number; same: number }, hasAnswer = true) => {
    const [own, both] = [text, whole].map((one) => {
      const { entries, intents } = rank(one, 'en', GARDEN.matcher);
      return new Map([...entries, ...intents].map(({ id, probability }) => [id, probability + 0.003]));
    });
    const after: Readonly<Record<string, number>> = { leaves: 2.35 + 2, repot: same + 2, water: 2.35 + 2 };
    const powers = GARDEN.matcher.classes.map((id) => {
      const bonus = hasAnswer ? Math.exp(after[id] ?? 0) : 1;
      return [id, (own?.get(id) ?? 0) ** alone * (both?.get(id) ?? 0) ** 0.9 * bonus] as const;
    });
    const total = powers.reduce((all, [, each]) => all + each, 0);
    return Object.fromEntries(powers.map(([id, each]) => [id, expect.closeTo(each / total, 9)]));
  };
  const plain = { alone: 0.95, same: -0.3 };
  const naming = { alone: 0.5, same: 0.4 };
  const shares = ({ ranking }: ReturnType<typeof read>) =>
    Object.fromEntries([...ranking.entries, ...ranking.intents].map(({ id, probability }) => [id, probability]));

  it('is told by itself and by both turns, and is likelier near the answer, but seldom the same again', () => {
    expect(shares(turn('and plant'))).toEqual(pooled('and plant', 'repot the plant and plant', plain));
  });

  it('has nothing near a turn without an answer', () => {
    const previous = answered('repot the plant', { match: null });
    expect(shares(turn('and plant', previous))).toEqual(pooled('and plant', 'repot the plant and plant', plain, false));
  });

  it.each(['and on samsung', 'and on vodafone'])('is told mostly by both turns when it names another: %s', (text) => {
    expect(shares(turn(text))).toEqual(pooled(text, `repot the plant ${text}`, naming));
  });

  it('has the new phone and operator in place of the old ones', () => {
    const both = turn('and samsung', answered('repot the iPhone plant on KPN'));
    expect(shares(both)).toEqual(pooled('and samsung', 'repot the plant on kpn and samsung', naming));
    expect(both.mentions).toEqual({ operator: 'kpn', device: 'samsung' });
    const moved = turn('and vodafone', answered('repot the iPhone plant on KPN'));
    expect(shares(moved)).toEqual(pooled('and vodafone', 'repot the iphone plant on and vodafone', naming));
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
