import { describe, expect, it } from 'vitest';
import { normalise } from '../../functions/matching/normalise.ts';

const plain = (text: string) => normalise(text, new Map());

describe('bringing what people type to one form', () => {
  it.each([
    ['capitals', 'No SERVICE', 'no service'],
    ['full-width letters and digits', 'ｅＳＩＭ　１２', 'esim 12'],
    ['accents', 'één probleem', 'een probleem'],
    ['hyphens and apostrophes inside words', "e-SIM's m’n", 'esims mn'],
    ['hyphens and apostrophes in plain letters', "it's an e-sim `a - b' -c d-", 'its an esim a b c d'],
    ['drawn-out letters', 'noooo heyyy', 'noo heyy'],
    ['drawn-out letters with accents', 'nóóóó', 'noo'],
    ['punctuation in plain letters', ' Hello?! (again)... ', 'hello again'],
    ['punctuation', 'Hello?! (again)…', 'hello again'],
    ['invisible and control characters', 'no\u200B\u0000net\u202E', 'no net'],
    ['soft hyphens and joiners inside words', 'acti\u00ADveren e\u200Bsim', 'activeren esim'],
    ['emoji', 'no net 😭', 'no net'],
  ])('folds %s', (_, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it.each(['*#06#', '0800 0402', '流量用完了'])('keeps what carries meaning: %s', (text) => {
    expect(plain(text)).toBe(text);
  });

  it('is the pictures, each once, where there is nothing else', () => {
    expect(plain('🙏🙏 👍')).toBe('🙏 👍');
    expect(plain('🙏 dank')).toBe('dank');
    expect(plain('…')).toBe('');
    expect(plain('?!')).toBe('');
  });

  it.each([
    ['no code yet, Eva.Jansen+kpn@mail.example.org', 'no code yet'],
    ['我的邮箱eva@example.org收不到', '我的邮箱 收不到'],
    ['https://example.org/a?b=c werkt niet', 'werkt niet'],
    ['bel 0612345678 of 112', 'bel of 112'],
    ['*100# doet niets', '*100# doet niets'],
    ['@ the airport', 'the airport'],
  ])('leaves out what is somebody’s own: %s', (text, expected) => {
    expect(normalise(text, new Map())).toBe(expected);
  });

  it('keeps real double letters apart from drawn-out ones', () => {
    expect(plain('cell opwaarderen')).toBe('cell opwaarderen');
  });

  it('folds characters that the lexicon names, and no others', () => {
    expect(normalise('開關', new Map([['開', '开']]))).toBe('开關');
  });
});
