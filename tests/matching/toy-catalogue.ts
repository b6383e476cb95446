/** A catalogue of another field, with a fourth language: what the engine must handle by data alone. */
import { type Phrasing, trainMatcher } from '../../functions/catalogue/train-matcher.ts';
import { readMatcher, writeMatcher } from '../../functions/matching/codec.ts';
import type { Matcher } from '../../functions/matching/matcher.ts';

const TOPICS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'water-orchid': {
    en: [
      'how often do I water an orchid',
      'orchid watering',
      'my orchid looks thirsty',
      'too much water for the orchid?',
    ],
    nl: ['hoe vaak geef ik een orchidee water', 'orchidee water geven', 'mijn orchidee heeft dorst'],
    zh: ['兰花多久浇一次水', '兰花浇水', '兰花是不是缺水了'],
    de: ['wie oft gieße ich eine Orchidee', 'Orchidee gießen', 'meine Orchidee braucht Wasser'],
  },
  'yellow-leaves': {
    en: ['why do the leaves turn yellow', 'yellow leaves', 'leaves are fading and falling off'],
    nl: ['waarom worden de bladeren geel', 'gele bladeren', 'blad verkleurt en valt af'],
    zh: ['叶子为什么发黄', '黄叶', '叶子变黄掉下来'],
    de: ['warum werden die Blätter gelb', 'gelbe Blätter', 'das Laub verfärbt sich und fällt ab'],
  },
  'move-pot': {
    en: ['when should I repot the plant', 'bigger pot', 'roots grow out of the pot'],
    nl: ['wanneer moet ik de plant verpotten', 'grotere pot', 'wortels groeien uit de pot'],
    zh: ['什么时候换盆', '换个大花盆', '根从盆里长出来了'],
    de: ['wann soll ich die Pflanze umtopfen', 'größerer Topf', 'Wurzeln wachsen aus dem Topf'],
  },
};

export const TOY_PHRASINGS: readonly Phrasing[] = Object.entries(TOPICS).flatMap(([id, languages]) =>
  Object.entries(languages).flatMap(([locale, texts]) => texts.map((text) => ({ id, locale, voice: 'toy', text }))),
);

/** Returns the matcher of the toy catalogue, written to bytes and read back. */
export function toyMatcher(phrasings: readonly Phrasing[] = TOY_PHRASINGS): Matcher {
  const trained = trainMatcher(phrasings, {
    otherLanguages: [],
    concepts: { pot: ['planter', 'Blumentopf', 'bloempot', '花盆'] },
  });
  return readMatcher(writeMatcher(trained), (word) => word);
}
