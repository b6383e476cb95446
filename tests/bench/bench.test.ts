import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { flexSearch } from '../../bench/flexsearch.ts';
import { fusePlain, fuseTokens } from '../../bench/fuse.ts';
import { measure } from '../../bench/measure.ts';
import { miniSearch } from '../../bench/minisearch.ts';
import { nlpJs } from '../../bench/nlp-js.ts';
import { orama } from '../../bench/orama.ts';
import { quantile } from '../../bench/quantile.ts';
import { utteranceSets } from '../../bench/question-sets.ts';
import { scalePlot } from '../../bench/scale-plot.ts';
import { simtolk } from '../../bench/simtolk.ts';
import { syntheticCatalogue } from '../../bench/synthetic.ts';

const BAKERY = {
  en: {
    hours: [
      'when do you open the shop',
      'opening hours on sunday',
      'are you open today',
      'what time do you close the shop',
    ],
    cake: [
      'order a birthday cake',
      'can you bake a wedding cake',
      'cake with my name on it',
      'how much is a birthday cake',
    ],
    allergy: [
      'is there gluten in this bread',
      'bread without nuts',
      'does the bread contain gluten',
      'nuts in the bread',
    ],
  },
  zh: {
    hours: ['你们几点开门', '星期天营业时间', '今天营业吗', '店里几点关门'],
    cake: ['我要订生日蛋糕', '能做婚礼蛋糕吗', '蛋糕上写名字', '生日蛋糕多少钱'],
    allergy: ['面包里有麸质吗', '不含坚果的面包', '这个面包含麸质吗', '面包里的坚果'],
  },
};
const ASKED = {
  en: { hours: 'is the shop open on sunday', cake: 'a birthday cake with a name', allergy: 'gluten or nuts in bread' },
  zh: { hours: '星期天几点开门', cake: '订婚礼蛋糕', allergy: '面包含坚果吗' },
};

const folder = mkdtempSync(join(tmpdir(), 'bench-test-'));
const path = join(folder, 'bakery.jsonl');
const lines = Object.entries(BAKERY).flatMap(([lang, entries]) =>
  Object.entries(entries).flatMap(([intent, texts]) => texts.map((text) => ({ lang, intent, split: 'train', text }))),
);
const asked = Object.entries(ASKED).flatMap(([lang, entries]) =>
  Object.entries(entries).map(([intent, text]) => ({ lang, intent, split: 'test', text })),
);
writeFileSync(path, [...lines, ...asked].map((line) => JSON.stringify(line)).join('\n'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a set of labelled utterances', () => {
  it('is read one language at a time, with the first k examples of each intent', () => {
    const sets = utteranceSets(path, 2);
    expect(sets.map(({ name }) => name)).toEqual([
      'bakery.jsonl, en, the first 2 examples',
      'bakery.jsonl, zh, the first 2 examples',
    ]);
    expect(sets[1]?.phrasings.map(({ text }) => text)).toEqual(
      Object.values(BAKERY.zh).flatMap((texts) => texts.slice(0, 2)),
    );
    expect(sets[1]?.questions).toContainEqual({ locale: 'zh', ids: ['cake'], text: ASKED.zh.cake });
  });

  it('is refused where a line lacks its intent', () => {
    const broken = join(folder, 'broken.jsonl');
    writeFileSync(broken, JSON.stringify({ lang: 'en', split: 'test', text: 'hello' }));
    expect(() => utteranceSets(broken, 2)).toThrow(/intent/);
  });
});

describe('the engines', () => {
  it.each([simtolk(), fuseTokens, miniSearch, flexSearch, orama, nlpJs])(
    '$name finds the entries of a toy set in both languages',
    async (engine) => {
      for (const set of utteranceSets(path, Number.POSITIVE_INFINITY)) {
        const [row] = await measure([engine], set, { rounds: 2, budgetMs: 5000 });
        expect(row).toMatchObject({ engine: engine.name, questions: 3, asked: 3, top3: 1 });
        expect(row?.top1).toBeGreaterThanOrEqual(2 / 3);
      }
    },
  );

  it('include Fuse.js over whole questions, which finds a phrasing with a slip in it', async () => {
    const [set] = utteranceSets(path, Number.POSITIVE_INFINITY);
    const { ask } = await fusePlain.open(set?.phrasings ?? []);
    expect((await ask('order a brithday cake', 'en'))[0]).toBe('cake');
  });

  it('are asked every n-th question when they are too slow for all, and the row says so', async () => {
    const [set] = utteranceSets(path, Number.POSITIVE_INFINITY);
    if (!set) throw new Error('The toy set has no language.');
    const [row] = await measure([fusePlain], set, { rounds: 5, budgetMs: 1e-9 });
    expect(row).toMatchObject({ questions: 3, asked: 1 });
  });
});

describe('growth', () => {
  const real = lines.map(({ lang, intent, text }) => ({ locale: lang, id: intent, text }));

  it('is measured on the same synthetic catalogue every time, with questions for as many entries', () => {
    const made = syntheticCatalogue(real, 100, 3);
    expect(made).toEqual(syntheticCatalogue(real, 100, 3));
    expect(made.phrasings).toHaveLength(100);
    expect(new Set(made.phrasings.map(({ id }) => id)).size).toBe(5);
    expect(made.questions).toHaveLength(3);
  });

  it('is drawn with a point for every size in every chart', () => {
    const grown = {
      entries: 5,
      storedMb: 1,
      loadMs: 4,
      medianMs: 0.1,
      p99Ms: 0.3,
      memoryMb: 9,
      processMb: 90,
      top1: 1,
    };
    const svg = scalePlot([
      { ...grown, phrasings: 100, buildMs: 300 },
      { ...grown, phrasings: 1000, buildMs: 900 },
    ]);
    expect(svg.match(/<circle/g)).toHaveLength(8);
    expect(svg).not.toMatch(/NaN|Infinity/);
  });
});

describe('a quantile', () => {
  it.each([
    [0.5, 3],
    [0.99, 5],
    [0.2, 1],
  ])('of %f is the value at the nearest rank', (share, value) => {
    expect(quantile([5, 1, 4, 2, 3], share)).toBe(value);
  });
});
