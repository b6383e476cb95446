import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { translatorFor } from '../../functions/conversation/translate.ts';
import { traditionalStrings } from '../../tools/traditional-strings.ts';

describe('what the bot says', () => {
  it('is said in each locale', () => {
    const names = (['zh', 'zh-Hant', 'en', 'nl'] as const).map((locale) => translatorFor(locale)('language.nl'));
    expect(names).toEqual(['荷兰文', '荷蘭文', 'Dutch', 'Nederlands']);
  });

  it('has what it is about in it as it is, never as HTML', () => {
    expect(translatorFor('en')('bot.secondQuestion', { question: '<b>&' })).toBe('You also asked something else: <b>&');
  });
});

describe('the strings in Traditional Chinese', () => {
  it.each(['strings.json', 'maintainers.json'] as const)('are those that the Simplified ones give: %s', (file) => {
    const written = readFileSync(new URL(`../../locales/zh-Hant/${file}`, import.meta.url), 'utf8');
    expect(JSON.parse(written)).toEqual(JSON.parse(traditionalStrings(file)));
  });
});
