import { describe, expect, it } from 'vitest';
import { confidenceOf, fitCalibration, signsOf, UNCALIBRATED } from '../../functions/matching/calibration.ts';

const ranked = (...probabilities: readonly number[]) =>
  probabilities.map((probability, at) => ({ id: `entry-${at}`, probability }));
const evidence = {
  entries: ranked(0.64, 0.16),
  intents: [
    { id: '@near', probability: 0.09 },
    { id: '@greeting', probability: 0.07 },
  ],
  known: 0.75,
  length: 3,
};

describe('the signs of how sure a ranking is', () => {
  it('are the best in log odds, its lead, the intents, what is out of scope, what is strange, and the length', () => {
    const [best, lead, intents, outside, strange, length, constant] = signsOf(evidence);
    expect(best).toBeCloseTo(Math.log(0.64 / 0.36), 10);
    expect(lead).toBeCloseTo(0.8 - 0.4, 10);
    expect(intents).toBeCloseTo(0.4, 10);
    expect(outside).toBeCloseTo(0.09, 10);
    expect([strange, length, constant]).toEqual([expect.closeTo(0.1, 9), 3, 1]);
  });

  it('stay finite where the best is certain or impossible', () => {
    expect(signsOf({ ...evidence, entries: ranked(1) })[0]).toBeCloseTo(Math.log(0.9999 / 0.0001), 6);
    expect(signsOf({ ...evidence, entries: ranked(0) })[0]).toBeCloseTo(Math.log(0.0001 / 0.9999), 6);
    expect(signsOf({ ...evidence, entries: [], intents: [] }).slice(1, 4)).toEqual([0, 0, 0]);
  });
});

describe('confidence', () => {
  it('is the probability itself without a calibration, where the words are ours', () => {
    expect(confidenceOf({ ...evidence, known: 0.9 }, UNCALIBRATED)).toBeCloseTo(0.64, 10);
  });

  it('sinks where words are strange to every entry', () => {
    expect(confidenceOf({ ...evidence, entries: ranked(0.97, 0.01), known: 0.6 }, UNCALIBRATED)).toBeLessThan(0.3);
  });

  it('is none without entries', () => {
    expect(confidenceOf({ ...evidence, entries: [] }, [0, 0, 0, 0, 0, 0, 9])).toBe(0);
  });

  it('weighs each sign by its place, and takes a missing weight for none', () => {
    expect(confidenceOf(evidence, [0, 0, 0, 0, 2, 0, -0.2])).toBeCloseTo(0.5, 10);
    expect(confidenceOf(evidence, [])).toBeCloseTo(0.5, 10);
    expect(confidenceOf(evidence, [0, 0, 0, 0, 0, 1])).toBeCloseTo(1 / (1 + Math.exp(-3)), 10);
  });
});

describe('fitting a calibration', () => {
  const case_ = (right: boolean) => ({ signs: [0, 0, 0, 0, 0, 0, 1], right });
  const fitted = (rights: number, wrongs: number) =>
    fitCalibration([
      ...Array.from({ length: rights }, () => case_(true)),
      ...Array.from({ length: wrongs }, () => case_(false)),
    ]);

  it('finds the share of right replies where nothing else tells', () => {
    expect(fitted(3, 1).at(-1)).toBeCloseTo(Math.log(3), 2);
    expect(fitted(1, 3).at(-1)).toBeCloseTo(-Math.log(3), 2);
  });

  it('starts from what is used without one, and leaves what the cases say nothing of', () => {
    expect(fitted(1, 1)).toEqual(UNCALIBRATED);
  });

  it('learns which sign tells right from wrong', () => {
    const sign = (length: number, right: boolean) => ({ signs: [0, 0, 0, 0, 0, length, 1], right });
    const weights = fitCalibration([
      sign(1, true),
      sign(1, true),
      sign(1, false),
      sign(-1, false),
      sign(-1, false),
      sign(-1, true),
    ]);
    expect(weights[5]).toBeCloseTo(Math.log(2), 2);
    expect(weights[6]).toBeCloseTo(0, 2);
  });

  it('keeps three decimals', () => {
    for (const weight of fitted(5, 2)) expect(Math.round(weight * 1000) / 1000).toBe(weight);
  });
});
