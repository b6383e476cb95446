import { describe, expect, it } from 'vitest';
import { openCatalogue } from '../../functions/catalogue/open.ts';
import { detectLanguage } from '../../functions/matching/language.ts';
import { compiled } from '../../tools/compiled.ts';
import { TOY_PHRASINGS, toyMatcher } from './toy-catalogue.ts';

const { languages } = openCatalogue({ ...compiled(), version: 1 }).matcher;
const detect = (text: string, expected?: string) => detectLanguage(text, languages, expected).language;

describe('telling the language of a text', () => {
  it.each([
    ['zh', '退款'],
    ['zh', '没网'],
    ['zh', '點解冇訊號'],
    ['zh', '我的eSIM activate不了'],
    ['zh', 'KPN客服'],
    ['zh', 'liuliang yong wan le zenme ban'],
    ['en', 'де знайти my bill, it should be in the app'],
    ['en', 'no signal'],
    ['en', 'how do i cancel my plan'],
    ['en', 'refund pls'],
    ['nl', 'geen bereik'],
    ['nl', 'mijn eSIM doet het niet'],
    ['nl', 'hoe zeg ik op'],
    ['nl', 'factuur'],
  ])('%s: %s', (language, text) => {
    expect(detect(text)).toBe(language);
  });

  it.each([
    'ik heb kein Netz und möchte kündigen',
    'no tengo señal en el móvil',
    'je n’ai pas de réseau',
    'нет сети',
    'アクティベートできない',
    '데이터 없어요',
    'لا يوجد إنترنت',
    'iPhoneでeSIMを設定できません',
    'у меня в телефоне no signal',
  ])('says of a language that is not spoken here that it is another: %s', (text) => {
    expect(detect(text)).toBe('other');
  });

  it('reads full-width letters as the letters they are', () => {
    expect(detect('ｈｏｗ ｄｏ ｉ ｃａｎｃｅｌ')).toBe('en');
    expect(detect('ｇｅｅｎ ｂｅｒｅｉｋ')).toBe('nl');
  });

  it('follows the page where the text says nothing of its own', () => {
    expect(detect('112', 'nl')).toBe('nl');
    expect(detect('???', 'zh')).toBe('zh');
  });

  it('follows the text against the page where it is clear', () => {
    expect(detect('waarom is mijn factuur zo hoog', 'en')).toBe('nl');
    expect(detect('账单为什么这么贵', 'nl')).toBe('zh');
  });

  it('speaks a fourth language once there are phrasings in it', () => {
    const { languages: toy } = toyMatcher(TOY_PHRASINGS);
    expect(detectLanguage('die Wurzeln sind zu groß für den Topf', toy).language).toBe('de');
    expect(detectLanguage('de wortels zijn te groot voor de pot', toy).language).toBe('nl');
  });
});
