import { describe, expect, it } from 'vitest';
import { soundsOf } from '../../functions/catalogue/sounds.ts';

describe('how characters sound', () => {
  it('is told without tones, homophones together', () => {
    expect(soundsOf('花话旅')).toEqual({ hua: '花话', lv: '旅' });
  });

  it('takes a vowel: with "m" for a syllable, "sim" would be two', () => {
    expect(soundsOf('呣嗯')).toEqual({});
  });
});
