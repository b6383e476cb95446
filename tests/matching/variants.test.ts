import { describe, expect, it } from 'vitest';
import { languageKnowledge } from '../../functions/catalogue/compile-sources.ts';
import { afterAnything, typedInSyllables, withAsides, withCourtesies } from '../../functions/catalogue/variants.ts';
import { openLexicon } from '../../functions/matching/lexicon.ts';

const CLASSES = ['@far', '@thanks', 'repot'];
const REPOT = CLASSES.indexOf('repot');

describe('a phrasing typed without a keyboard for its characters', () => {
  const sounds = { hua: '花', pen: '盆' };
  const lexicon = openLexicon({ folds: '', sounds, concepts: {}, syllabicLocale: 'zh' }, (word) => word);
  const typed = (text: string, locale = 'zh') =>
    typedInSyllables([{ text, locale, label: REPOT }], lexicon).map((example) => ({
      ...example,
      text: example.text.replace(/\s+/g, ' ').trim(),
    }));

  it('has the sounds of its characters, and its other words as they are', () => {
    expect(typed('花盆 XL')).toEqual([{ text: 'hua pen XL', locale: 'zh', label: REPOT }]);
  });

  it('leaves out a character whose sound is not known', () => {
    expect(typed('大花')).toEqual([{ text: 'hua', locale: 'zh', label: REPOT }]);
  });

  it('is none without characters, or of another locale', () => {
    expect(typed('pot')).toEqual([]);
    expect(typed('花盆', 'en')).toEqual([]);
  });
});

describe('phrasings with asides', () => {
  const asides = { en: ['sorry to bother', 'we are on the balcony'] };
  const examples = (label: number, count = 400, locale = 'en') =>
    Array.from({ length: count }, (_, at) => ({ text: `pot ${at}`, locale, label }));
  const made = withAsides(examples(REPOT), CLASSES, asides);

  it('are four in ten, each once and of the same entry', () => {
    expect(withAsides(examples(REPOT, 4000), CLASSES, asides).length / 4000).toBeCloseTo(0.4, 1);
    const own = made.map(({ text }) => /pot \d+/.exec(text)?.[0]);
    expect(new Set(own).size).toBe(made.length);
    expect(new Set(made.map(({ label }) => label))).toEqual(new Set([REPOT]));
  });

  it('have any of the asides before, and sometimes after', () => {
    for (const aside of asides.en) {
      const before = made.filter(({ text }) => text.startsWith(`${aside} pot`)).length;
      const after = made.filter(({ text }) => text.endsWith(` ${aside}`)).length;
      expect(after).toBeGreaterThan(0);
      expect(before).toBeGreaterThan(after);
    }
    expect(made.every(({ text }) => asides.en.some((aside) => text.includes(aside)))).toBe(true);
  });

  it('are the same each time', () => {
    expect(withAsides(examples(REPOT), CLASSES, asides)).toEqual(made);
  });

  it('are made of what is out of scope, not of small talk, nor in a language without asides', () => {
    expect(withAsides(examples(CLASSES.indexOf('@far')), CLASSES, asides)).not.toEqual([]);
    expect(withAsides(examples(CLASSES.indexOf('@thanks')), CLASSES, asides)).toEqual([]);
    expect(withAsides(examples(REPOT, 400, 'nl'), CLASSES, asides)).toEqual([]);
  });
});

describe('phrasings between courtesies', () => {
  const classes = ['@far', '@goodbye', '@greeting', '@stuck', '@thanks', 'repot'];
  const said = (id: string, text: string, locale = 'en') => ({ text, locale, label: classes.indexOf(id) });
  const COURTESIES = [said('@greeting', 'hello'), said('@thanks', 'cheers'), said('@goodbye', 'bye')];
  const examples = (id: string, locale = 'en', count = 400) =>
    Array.from({ length: count }, (_, at) => said(id, `pot ${at}`, locale));
  const made = (own: ReturnType<typeof examples>) => withCourtesies([...COURTESIES, ...own], classes);
  const repot = made(examples('repot'));

  it('have a greeting before, or thanks or a goodbye after, and stay what they are', () => {
    expect(made(examples('repot', 'en', 4000)).length / 4000).toBeCloseTo(0.2, 1);
    expect(new Set(repot.map(({ label }) => label))).toEqual(new Set([classes.indexOf('repot')]));
    expect(new Set(repot.map(({ text }) => text.replace(/\d+/, 'n')))).toEqual(
      new Set(['hello pot n', 'pot n cheers', 'pot n bye']),
    );
  });

  it('are made of what is out of scope, not of small talk, nor in a language without courtesies', () => {
    expect(made(examples('@far'))).not.toEqual([]);
    expect(made(examples('@stuck'))).toEqual([]);
    expect(made(examples('repot', 'nl'))).toEqual([]);
  });

  it('take no courtesy that follows an answer', () => {
    const after = COURTESIES.map((one) => ({ ...one, before: ['water'] }));
    expect(withCourtesies([...after, ...examples('repot')], classes)).toEqual([]);
  });
});

describe('the asides of a language', () => {
  it('are read from its file, and there may be none', () => {
    const file = { path: 'nl/asides.yaml', text: '- net thuis\n- "sorry: ik weer"\n' };
    expect(languageKnowledge([file]).asides).toEqual({ zh: [], en: [], nl: ['net thuis', 'sorry: ik weer'] });
  });
});

describe('examples after something else', () => {
  const FOLLOW_UPS = [
    { text: 'and then?', locale: 'en', label: REPOT, before: ['water', '/garden'] },
    { text: 'and now?', locale: 'en', label: REPOT, before: ['leaves', '/garden'] },
  ];
  const examples = (label: number) =>
    Array.from({ length: 400 }, (_, at) => ({ text: `pot ${at}`, locale: 'en', label }));
  const made = afterAnything([...FOLLOW_UPS, ...examples(REPOT)], CLASSES);

  it('are six in ten of the others, after any of what follow-ups come after', () => {
    expect(made.length / 400).toBeCloseTo(0.6, 1);
    expect(new Set(made.map(({ before }) => before?.[0]))).toEqual(new Set(['water', 'leaves']));
    expect(new Set(made.map(({ text }) => text)).size).toBe(made.length);
  });

  it('are all of small talk and of what is not ours', () => {
    expect(afterAnything([...FOLLOW_UPS, ...examples(CLASSES.indexOf('@thanks'))], CLASSES)).toHaveLength(400);
    expect(afterAnything([...FOLLOW_UPS, ...examples(CLASSES.indexOf('@far'))], CLASSES)).toHaveLength(400);
  });

  it('are none in a catalogue without follow-ups', () => {
    expect(afterAnything(examples(REPOT), CLASSES)).toEqual([]);
  });

  it('are the same each time', () => {
    expect(afterAnything([...FOLLOW_UPS, ...examples(REPOT)], CLASSES)).toEqual(made);
  });
});
