/** Writes Simplified Chinese as Traditional, in the words of Taiwan, when a catalogue is published. */
import * as OpenCC from 'opencc-js/cn2t';
import * as Reverse from 'opencc-js/t2cn';

const toTaiwan = OpenCC.Converter({ from: 'cn', to: 'twp' });
const toSimplified = Reverse.Converter({ from: 'tw', to: 'cn' });
const CJK_FIRST = 0x4e00;
const CJK_LAST = 0x9fff;

/**
 * Returns a converter; `terms` replaces what the general dictionary gets wrong in this field, Traditional to Traditional,
 * the longest first and none within the result of another.
 */
export function traditionalWriter(terms: ReadonlyMap<string, string>): (simplified: string) => string {
  const byLength = [...terms.keys()]
    .sort((a, b) => b.length - a.length)
    .map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const any = byLength.length === 0 ? /(?!)/g : new RegExp(byLength.join('|'), 'g');
  return (simplified) => toTaiwan(simplified).replace(any, (term: string) => terms.get(term) ?? term);
}

/** Returns all pairs of a Traditional character and its Simplified form, one after the other, for the matcher's folds. */
export function characterFolds(): string {
  let pairs = '';
  for (let code = CJK_FIRST; code <= CJK_LAST; code += 1) {
    const character = String.fromCharCode(code);
    const simplified = toSimplified(character);
    // A character that Simplified uses itself (么) says nothing of the script, and must not be folded away.
    if (toTaiwan(character) !== character) continue;
    if (simplified !== character && [...simplified].length === 1) pairs += character + simplified;
  }
  return pairs;
}
