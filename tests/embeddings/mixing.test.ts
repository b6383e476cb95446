/** How words and meaning are mixed, on a catalogue of another field. */
import { describe, expect, it } from 'vitest';
import { ANSWER_FROM } from '../../functions/conversation/decide.ts';
import { nearnessOf, packVectors } from '../../functions/embeddings/entry-vectors.ts';
import { mixRanking } from '../../functions/embeddings/mix-ranking.ts';
import { type Ranking, rank } from '../../functions/matching/matcher.ts';
import { toyMatcher } from '../matching/toy-catalogue.ts';

const matcher = toyMatcher();
const scale = { far: 0.4, near: 0.7 };
const sum = ({ entries, intents }: Ranking) =>
  [...entries, ...intents].reduce((total, { probability }) => total + probability, 0);
const byWords = (text: string) => rank(text, 'en', matcher);
/** The ranking when the text means that entry, and has nothing to do with the others. */
const mixed = (ranking: Ranking, id: string, cosine = 0.8) =>
  mixRanking(
    ranking,
    { nearness: new Map(matcher.classes.map((each) => [each, each === id ? cosine : 0.1])), scale },
    matcher,
  );
const chanceOf = (ranking: Ranking, id: string) => ranking.entries.find((each) => each.id === id)?.probability ?? 0;

describe('meaning', () => {
  it('never answers against the words, however near it is', () => {
    const ranking = byWords('bigger pot');
    expect(chanceOf(ranking, 'yellow-leaves')).toBeLessThan(0.05);
    const result = mixed(ranking, 'yellow-leaves', 1);
    expect(result.entries[0]?.id).toBe('yellow-leaves');
    expect(result.confidence).toBeLessThan(ANSWER_FROM);
  });

  it('makes what the words say surer when both agree', () => {
    const ranking = byWords('pot orchid leaves');
    const best = ranking.entries[0]?.id ?? '';
    expect(chanceOf(mixed(ranking, best), best)).toBeGreaterThan(chanceOf(ranking, best));
  });

  it('changes nothing when it is near to no entry', () => {
    const ranking = byWords('pot orchid leaves');
    expect(mixed(ranking, 'move-pot', scale.far)).toEqual(ranking);
  });

  it('gives chances that add up to one', () => {
    for (const cosine of [0.45, 0.6, 0.9]) expect(sum(mixed(byWords('pot orchid'), 'move-pot', cosine))).toBeCloseTo(1);
  });
});

describe('vectors kept as bytes', () => {
  const vector = (seed: number) => Array.from({ length: 1024 }, (_, at) => Math.sin(seed * 37 + at * (seed + 0.61)));
  const cosine = (a: readonly number[], b: readonly number[]) =>
    a.reduce((total, value, at) => total + value * (b[at] ?? 0), 0) / (Math.hypot(...a) * Math.hypot(...b));

  it('give the cosine of the vectors they were made of, within a hundredth', () => {
    const seeds = Array.from({ length: 5 }, (_, at) => at + 1);
    for (const seed of seeds) {
      const stored = vector(seed);
      const asked = stored.map((value, at) => value + (vector(seed + 1)[at] ?? 0));
      const found = nearnessOf(asked, packVectors(['one'], [stored])).get('one') ?? 0;
      expect(Math.abs(found - cosine(asked, stored))).toBeLessThan(0.01);
    }
  });

  it('give each entry the nearest of its own', () => {
    const packed = packVectors(['one', 'two', 'one'], [vector(1), vector(2), vector(3)]);
    const nearness = nearnessOf(vector(3), packed);
    expect(nearness.get('one')).toBeGreaterThan(0.99);
    expect(nearness.get('two')).toBeLessThan(0.5);
  });
});
