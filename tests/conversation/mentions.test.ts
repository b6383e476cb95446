import { describe, expect, it } from 'vitest';
import { mentionFinder } from '../../functions/conversation/mentions.ts';
import { SLOTS } from './garden.ts';

const find = (text: string) => mentionFinder(SLOTS, () => false)(text);

describe('the operator and the phone that a text speaks of', () => {
  it.each([
    ['Does KPN work here?', { operator: 'kpn' }],
    ['我用kpn的卡', { operator: 'kpn' }],
    ['(kpn)', { operator: 'kpn' }],
    ['kpnx or kpn', { operator: 'kpn' }],
    ['沃达丰的网络', { operator: 'vodafone' }],
    ['t-mobile or T Mobile', { operator: 'odido' }],
    ['我的苹果手机', { device: 'iphone' }],
    ['e苹果x', { device: 'iphone' }],
    ['KPN on a Samsung Galaxy', { operator: 'kpn', device: 'samsung' }],
    ['', {}],
    ['how do I top up', {}],
  ])('are found by name: %s', (text, mentions) => {
    expect(find(text)).toEqual(mentions);
  });

  it.each(['kpnx', 'xkpn', 'kpn5', '5kpn'])('are not found inside another word: %s', (text) => {
    expect(find(text)).toEqual({});
  });

  it('are those with the longest name when there are several', () => {
    expect(find('from kpn to vodafone')).toEqual({ operator: 'vodafone' });
    expect(find('from vodafone to kpn')).toEqual({ operator: 'vodafone' });
  });

  it.each([
    ['my vodafoon bill', { operator: 'vodafone' }],
    ['vodafne', { operator: 'vodafone' }],
    ['hello odidp there', { operator: 'odido' }],
    ['new iphonee', { device: 'iphone' }],
    ['samsun', { device: 'samsung' }],
  ])('are found when misspelt: %s', (text, mentions) => {
    const kept = mentionFinder(SLOTS, () => false);
    expect(kept(text)).toEqual(mentions);
    expect(kept(text)).toEqual(mentions);
  });

  it('are not taken from words that are in use, however like a name', () => {
    const inUse = mentionFinder(SLOTS, (word) => word === 'phones');
    expect(inUse('phones')).toEqual({});
    expect(inUse('iphones')).toEqual({ device: 'iphone' });
  });

  it('are not those with a short name, or a name of two words, unless spelt right', () => {
    const named = [{ id: 'lyca', name: 'Lyca', mentions: ['lyca', 'lyca nl'] }];
    const findLyca = mentionFinder({ operators: named, devices: [] }, () => false);
    expect(findLyca('lyca')).toEqual({ operator: 'lyca' });
    expect(findLyca('lycaa')).toEqual({});
    expect(findLyca('lycanl')).toEqual({});
  });

  it.each([
    ['a word much shorter than the name', 'vodaf'],
    ['a word of four letters', 'odid'],
    ['a word that only has the name in it', 'vodafonebills'],
    ['a short name', 'kpm'],
    ['another word', 'voltage'],
    ['a word without end', 'vodafone'.repeat(10)],
  ])('are not taken from %s', (_, text) => {
    expect(find(text)).toEqual({});
  });
});
