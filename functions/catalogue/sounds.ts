/** How Chinese characters sound, for homophone slips and for people who type pinyin. */
import { pinyin } from 'pinyin-pro';

/** 呣 is read "m": as a syllable it would make two of "sim". `v` stands for ü. */
const VOWEL = /[aeiouv]/;

/** Returns the characters of the texts, and every character that shares a syllable with one, by toneless syllable. */
export function soundsOf(characters: Iterable<string>): Record<string, string> {
  const sounds: Record<string, string> = {};
  for (const character of new Set(characters)) {
    const syllable = pinyin(character, { toneType: 'none', v: true });
    if (VOWEL.test(syllable)) sounds[syllable] = (sounds[syllable] ?? '') + character;
  }
  return sounds;
}

/** Every character of the Unicode block that holds the common ones. */
export function* commonCharacters(): Iterable<string> {
  for (let code = 0x4e00; code <= 0x9fa5; code += 1) yield String.fromCharCode(code);
}
