/** Knows numbers that are written as words, since a good text writes "one hour" and 1 小时. */
import type { WrittenLocale } from '../../functions/catalogue/content.ts';

const WORDS: Readonly<Record<WrittenLocale, Readonly<Record<string, string>>>> = {
  zh: {
    '1': '[一每单首]|第一',
    '2': '[二两双]',
    '3': '三',
    '4': '四',
    '5': '五',
    '6': '六|半年',
    '7': '七|一周|一星期',
    '8': '八',
    '9': '九',
    '10': '十',
    '12': '十二|一年',
    '14': '十四|两周|两个星期',
    '24': '二十四|一天',
    '0.5': '半',
  },
  en: {
    '1': 'one|an?|first|once|each|every|per|single',
    '2': 'two|second|twice|both|double',
    '3': 'three|third',
    '4': 'four',
    '5': 'five',
    '6': 'six|half a year',
    '7': 'seven|(?:a|one) week',
    '8': 'eight',
    '9': 'nine',
    '10': 'ten',
    '12': 'twelve|(?:a|one) year',
    '14': 'fourteen|two weeks',
    '24': 'twenty-four|(?:a|one) day',
    '0.5': 'half',
  },
  nl: {
    '1': 'één|een|eerste|eenmaal|elke?|per|enkele?',
    '2': 'twee|tweede|tweemaal|beide|dubbele?',
    '3': 'drie|derde',
    '4': 'vier',
    '5': 'vijf',
    '6': 'zes|half ?jaar',
    '7': 'zeven|(?:een|één) week',
    '8': 'acht',
    '9': 'negen',
    '10': 'tien',
    '12': 'twaalf|(?:een|één|per) jaar',
    '14': 'veertien|twee weken',
    '24': 'vierentwintig|(?:een|één) dag',
    '0.5': 'half|halve|halfuur',
  },
};

/** Returns whether the text says the number in words. */
export function saysInWords(number: string, text: string, locale: WrittenLocale): boolean {
  const words = WORDS[locale][number];
  if (words === undefined) return false;
  return new RegExp(locale === 'zh' ? words : `(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu').test(text);
}
