import { describe, expect, it } from 'vitest';
import { openCatalogue } from '../../functions/catalogue/open.ts';
import { LANGUAGE_PACKS } from '../../functions/conversation/language-pack.ts';
import { steering } from '../../functions/conversation/steering.ts';
import type { PreviousTurn } from '../../functions/conversation/understand.ts';
import { compiled } from '../../tools/compiled.ts';

const catalogue = openCatalogue({ ...compiled(), version: 1 });
const OFFERED = ['refund', 'cancel', 'exchange'];

/** Returns what a text says after suggestions, or after an answer. */
function said(kind: 'suggestions' | 'answer', language: string, text: string, more: Partial<PreviousTurn> = {}) {
  const pack = LANGUAGE_PACKS[language];
  if (!pack) throw new Error(`No pack: ${language}`);
  const match = kind === 'answer' ? 'refund' : null;
  const previous = { text: 'x', questionLocale: language, kind, match, candidates: OFFERED, fallbacks: 0, ...more };
  return steering(text, previous, pack, catalogue);
}

describe('picking one of three suggestions', () => {
  it.each([
    ['en', 'the first one, please', 'refund'],
    ['en', 'I mean the second one', 'cancel'],
    ['en', 'option 3 thanks', 'exchange'],
    ['en', '#2', 'cancel'],
    ['en', 'the last one', 'exchange'],
    ['nl', 'doe maar de tweede', 'cancel'],
    ['nl', 'Nummer 1 graag.', 'refund'],
    ['nl', 'die onderste', 'exchange'],
    ['zh', '第二个吧', 'cancel'],
    ['zh', '我选第一项，谢谢', 'refund'],
    ['zh', '最后一个', 'exchange'],
    ['zh', '第二個', 'cancel'],
    ['zh', '選1', 'refund'],
    ['zh', '最後一個', 'exchange'],
  ])('is understood in %s: %s', (language, text, chosen) => {
    expect(said('suggestions', language, text)).toEqual({ relation: 'pick', chosen });
  });

  it.each([
    ['en', 'the last one'],
    ['nl', 'de laatste'],
    ['zh', '后者'],
  ])('picks the second of two by calling it the last, in %s', (language, text) => {
    const two = { candidates: OFFERED.slice(0, 2) };
    expect(said('suggestions', language, text, two)).toEqual({ relation: 'pick', chosen: 'cancel' });
  });

  it.each([
    ['nl', 'ik wil een nummer'],
    ['nl', 'geef maar een nummer'],
    ['en', 'I want one'],
    ['en', 'give me a number'],
  ])('is not asking for a number, in %s: %s', (language, text) => {
    expect(said('suggestions', language, text)).toBeUndefined();
  });

  it('picks nothing that was not offered, or that is in the catalogue no longer', () => {
    expect(said('suggestions', 'en', '3', { candidates: OFFERED.slice(0, 2) })).toBeUndefined();
    expect(said('suggestions', 'en', '1', { candidates: ['removed', 'cancel'] })).toBeUndefined();
    expect(said('suggestions', 'en', 'first I want a refund')).toBeUndefined();
    expect(said('answer', 'en', '1')).toBeUndefined();
  });
});

describe('refusing all of them', () => {
  it.each([
    ['en', 'none of these, thanks'],
    ['en', 'ok, something else please'],
    ['nl', 'nee dank je'],
    ['zh', '都不對'],
    ['zh', '這些都不是'],
    ['zh', '都唔係'],
  ])('is understood in %s: %s', (language, text) => {
    expect(said('suggestions', language, text)).toEqual({ relation: 'none-of-these' });
    expect(said('answer', language, text)).toBeUndefined();
  });
});

describe('asking more about an answer', () => {
  it.each([
    ['en', 'ok, and then?'],
    ['nl', 'en dan?'],
    ['zh', '为什么'],
    ['zh', '為什麼？'],
    ['zh', '沒看懂'],
  ])('is understood in %s: %s', (language, text) => {
    expect(said('answer', language, text)).toEqual({ relation: 'more-of-the-same', chosen: 'refund' });
  });

  it('is nothing after an answer that is in the catalogue no longer', () => {
    expect(said('answer', 'en', 'why?', { match: 'removed' })).toBeUndefined();
  });
});
