import { describe, expect, it } from 'vitest';
import { slipsBetween } from '../../functions/matching/slips.ts';

/** What the slip counts, read in either direction. */
function slip(a: string, b: string): number {
  const there = slipsBetween(a, b);
  expect(slipsBetween(b, a)).toBeCloseTo(there, 9);
  return there;
}

const SWAPPED = 0.7;
const DOUBLED = 0.6;
const DROPPED = 0.9;
const ALIKE = 0.85;
const NEXT_KEY = 0.95;
const NEVER = 9;

describe('what a slip counts', () => {
  it('is nothing between a word and itself', () => {
    expect(slip('water', 'water')).toBe(0);
    expect(slip('', '')).toBe(0);
  });

  it('is less for a letter typed twice than for another letter too many', () => {
    expect(slip('water', 'watter')).toBeCloseTo(DOUBLED, 9);
    expect(slip('water', 'waqter')).toBeCloseTo(DROPPED, 9);
    expect(slip('water', 'waterx')).toBeCloseTo(DROPPED, 9);
  });

  it.each([
    ['inside', 'water', 'wtaer'],
    ['at the start', 'who', 'hwo'],
    ['at the end', 'water', 'watre'],
  ])('is little for two letters that changed places %s', (_, a, b) => {
    expect(slip(a, b)).toBeCloseTo(SWAPPED, 9);
  });

  it('is more for letters that changed places with one between', () => {
    expect(slip('xaqtx', 'xtqax')).toBeCloseTo(SWAPPED + 2 * DROPPED, 9);
  });

  it.each([
    ...[
      'ae',
      'ay',
      'iu',
      'oy',
      'dt',
      'sz',
      'sc',
      'zx',
      'zc',
      'xc',
      'ck',
      'kq',
      'cq',
      'fv',
      'vw',
      'fw',
      'gh',
      'hj',
      'gj',
    ],
    ...['ij', 'mn', 'bp', 'lr'],
  ])('is that of letters that sound or look alike: %s', (pair) => {
    const [a = '', b = ''] = pair;
    expect(slip(`x${a}x`, `x${b}x`)).toBeCloseTo(ALIKE, 9);
  });

  it.each([
    ...['qw', 'op', 'as', 'kl', 'vb', 'bn'],
    ...['qa', 'ws', 'ol', 'az', 'dc', 'jn'],
    ...['wa', 'pl', 'tf', 'dx', 'hb', 'km'],
  ])('is that of a key beside or below: %s', (pair) => {
    const [a = '', b = ''] = pair;
    expect(slip(`x${a}x`, `x${b}x`)).toBeCloseTo(NEXT_KEY, 9);
  });

  it.each(['qp', 'ap', 'qs', 'lz', 'qz'])(
    'is that of one letter left out and another put in for letters that are neither: %s',
    (pair) => {
      const [a = '', b = ''] = pair;
      expect(slip(`x${a}x`, `x${b}x`)).toBeCloseTo(2 * DROPPED, 9);
    },
  );

  it('is more than any word is corrected for where the first letter is wrong, even by one alike', () => {
    expect(slip('later', 'water')).toBe(NEVER);
    expect(slip('dogs', 'togs')).toBe(NEVER);
    expect(slip('', 'a')).toBe(NEVER);
    expect(slip('xwater', 'water')).toBe(NEVER);
  });

  it('adds up over a word', () => {
    expect(slip('repotting', 'rpeottting')).toBeCloseTo(SWAPPED + DOUBLED, 9);
    expect(slip('watering', 'wadernig')).toBeCloseTo(ALIKE + SWAPPED, 9);
  });
});
