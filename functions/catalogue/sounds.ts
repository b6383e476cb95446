/** How Chinese characters sound, for homophone slips and for people who type pinyin. */
import { pinyin } from 'pinyin-pro';

/** Returns the characters of the texts, and every character that shares a syllable with one, by toneless syllable. */
export function soundsOf(characters: Iterable<string>): Record<string, string> {
  const sounds: Record<string, string> = {};
  for (const character of new Set(characters)) {
    const syllable = pinyin(character, { toneType: 'none', v: true });
    if (syllable !== character) sounds[syllable] = (sounds[syllable] ?? '') + character;
  }
  return sounds;
}

/** Every character of the Unicode block that holds the common ones. */
export function* commonCharacters(): Iterable<string> {
  for (let code = 0x4e00; code <= 0x9fa5; code += 1) yield String.fromCharCode(code);
}
