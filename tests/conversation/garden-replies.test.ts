import { describe, expect, it } from 'vitest';
import { replyTo, type Turn } from '../../functions/conversation/reply.ts';
import { supportLines, supportView } from '../../functions/conversation/support-view.ts';
import { translatorFor } from '../../functions/conversation/translate.ts';
import type { PreviousTurn } from '../../functions/conversation/understand.ts';
import { GARDEN, SUPPORT } from './garden.ts';

const NOON = new Date('2026-11-25T11:00:00Z');
const ask = (text: string, turn: Partial<Turn> = {}) => replyTo({ text, browserLocale: 'en', ...turn }, GARDEN, NOON);
const following = (more: Partial<PreviousTurn>): { previous: PreviousTurn } => ({
  previous: {
    text: 'plant',
    questionLocale: 'en',
    kind: 'answer',
    match: 'repot',
    candidates: ['repot'],
    fallbacks: 0,
    ...more,
  },
});
const t = translatorFor('en');
const people = `\n${supportLines(supportView(SUPPORT, 'en', NOON, t), t).join('\n')}`;

describe('an answer', () => {
  it('has the entry, its text, and the best three entries with rounded chances', () => {
    const { reply } = ask('repot');
    expect(reply).toEqual({
      questionLocale: 'en',
      locale: 'en',
      kind: 'answer',
      match: 'repot',
      confidence: 1,
      candidates: [
        { id: 'repot', question: 'repot? (en)', confidence: 1 },
        { id: 'contact-support', question: 'contact-support? (en)', confidence: 0 },
        { id: 'leaves', question: 'leaves? (en)', confidence: 0 },
      ],
      text: 'repot. (en)\n\n1. Dig\n2. Plant',
      entry: expect.objectContaining({ id: 'repot', question: 'repot? (en)', fits: {} }),
      catalogueVersion: 7,
    });
    expect(reply.handoff).toBeUndefined();
  });

  it('fits the phone that was named', () => {
    expect(ask('repot the iphone repot repot').reply).toMatchObject({
      match: 'repot',
      text: 'repot. (en)\n\niPhone: note on iPhone (en)\n\n1. Dig\n2. Plant',
      entry: { fits: { device: 'iphone' } },
    });
  });

  it('names the second question, and has it first among what is related', () => {
    const { reply } = ask('repot repot, water');
    expect(reply.match).toBe('repot');
    expect(reply.entry?.related.map(({ id }) => id)).toEqual(['water', 'leaves']);
    expect(reply.entry?.related[0]).toEqual({ id: 'water', question: 'water? (en)' });
    expect(reply.text).toMatch(/2\. Plant\n\nYou also asked something else: water\? \(en\)$/);
  });

  it('is remembered', () => {
    expect(ask('repot').memory).toEqual({
      text: 'repot',
      questionLocale: 'en',
      kind: 'answer',
      match: 'repot',
      candidates: ['repot', 'contact-support', 'leaves'],
      fallbacks: 0,
    });
  });
});

describe('the locale of a reply', () => {
  it('is the language of the question, in Traditional characters where it has such', () => {
    expect(ask('浇水').reply).toMatchObject({ questionLocale: 'zh', locale: 'zh', text: 'water. (zh)' });
    expect(ask('換盆').reply).toMatchObject({ questionLocale: 'zh-Hant', locale: 'zh-Hant', match: 'repot' });
    expect(ask('geel 换換').reply.questionLocale).toBe('zh-Hant');
    expect(ask('the water').reply).toMatchObject({ questionLocale: 'en', locale: 'en' });
  });

  it('is the one that was asked for', () => {
    expect(ask('water', { askedLocale: 'nl' }).reply).toMatchObject({
      questionLocale: 'en',
      locale: 'nl',
      text: 'water. (nl)',
    });
  });

  it('is the browser’s where the language is not spoken', () => {
    const { reply } = ask('wasser wasser wasser', { browserLocale: 'zh-Hant' });
    expect(reply).toMatchObject({ questionLocale: 'und', locale: 'zh-Hant', kind: 'fallback' });
    expect(reply.handoff?.channels[0]?.name).toBe('Line (zh-Hant)');
  });

  it.each([
    ['of the turn before', following({ questionLocale: 'nl' }), 'nl'],
    ['of the turn before, Traditional or not', following({ questionLocale: 'zh-Hant' }), 'zh'],
    ['of the turn before rather than the one asked for', { ...following({}), askedLocale: 'nl' as const }, 'en'],
    ['that was asked for', { askedLocale: 'zh-Hant' as const }, 'zh'],
    ['that nobody knows', {}, 'und'],
    ['that was not spoken before either', following({ questionLocale: 'und' }), 'und'],
  ])('follows, for a text that tells nothing, the language %s', (_, turn, locale) => {
    expect(ask('12', turn).reply.questionLocale).toBe(locale);
  });
});

describe('what is said without an answer', () => {
  it('are the suggestions by number', () => {
    const { reply } = ask('plant');
    expect(reply.kind).toBe('suggestions');
    expect(reply.entry).toBeUndefined();
    expect(reply.text).toBe(
      [
        'I am not sure which one you mean. Is it one of these?',
        '1. repot? (en)',
        '2. water? (en)',
        '3. leaves? (en)',
        'You can answer with the number, or ask again in other words.',
      ].join('\n'),
    );
  });

  it('are no suggestions that hardly anybody means', () => {
    const { reply, memory } = ask('water yellow');
    expect(reply.candidates.map(({ id }) => id)).toEqual(['leaves', 'water']);
    expect(memory.candidates).toEqual(['leaves', 'water']);
  });

  it.each<[string, string, Partial<Turn>, string]>([
    ['nothing is known', 'weather', {}, t('bot.fallback')],
    ['the language is another', 'wasser wasser wasser', {}, t('bot.fallbackOther')],
    ['it was none of these', 'none of these', following({ kind: 'suggestions', match: null }), t('bot.noneOfThese')],
    ['nothing was answered that could have helped', 'useless', {}, t('bot.askWhat')],
  ])('is a fallback, with the ways to reach people, when %s', (_, text, turn, said) => {
    const { reply, memory } = ask(text, turn);
    expect(reply).toMatchObject({ kind: 'fallback', match: null, text: said + people });
    expect(reply.handoff?.channels).toHaveLength(3);
    expect(memory.fallbacks).toBe(1);
  });

  it.each<[string, string, Partial<Turn>, string]>([
    ['a person was asked for', 'person', {}, t('bot.handoff') + people],
    [
      'it is the second time',
      'weather',
      following({ kind: 'fallback', match: null, fallbacks: 1 }),
      t('bot.handoffTwice') + people,
    ],
    [
      'the answer did not help, with what else to do',
      'useless',
      following({ match: 'leaves' }),
      `${t('bot.stuck')}\n\ncut them (en)\n\n${t('bot.stuckPeople')}${people}`,
    ],
    [
      'the answer did not help',
      'useless',
      following({ match: 'repot' }),
      `${t('bot.stuck')}\n\n${t('bot.stuckPeople')}${people}`,
    ],
    [
      'an answer that is gone did not help',
      'useless',
      following({ match: 'gone' }),
      `${t('bot.stuck')}\n\n${t('bot.stuckPeople')}${people}`,
    ],
  ])('is a hand-off when %s', (_, text, turn, said) => {
    const { reply } = ask(text, turn);
    expect(reply).toMatchObject({ kind: 'handoff', text: said });
    expect(reply.handoff?.channels).toHaveLength(3);
  });

  it('has the id for a question where the catalogue has lost the entry', () => {
    expect(ask('useless', following({ match: 'gone' })).reply.candidates[0]).toEqual({
      id: 'gone',
      question: 'gone',
      confidence: 1,
    });
  });

  it('is small talk for small talk', () => {
    const { reply } = ask('hello');
    expect(reply).toMatchObject({ kind: 'smalltalk', match: '@greeting', text: t('bot.smalltalk.greeting') });
    expect(reply.handoff).toBeUndefined();
  });
});
