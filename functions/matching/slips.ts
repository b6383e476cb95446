/** How likely one word is a slip of the finger, the ear or the eye for another. */

/** What each slip counts. Changed places and doubled letters are commonest; a letter for another must be like it. */
const SWAPPED = 0.7;
const DOUBLED = 0.6;
const DROPPED = 0.9;
const SOUNDS_ALIKE = 0.85;
const NEXT_KEY = 0.95;
const NEVER = 9;

/** Letters that are taken for each other by their sound or their look. */
const ALIKE = ['aeiouy', 'dt', 'szxc', 'ckq', 'fvw', 'ghj', 'ij', 'mn', 'bp', 'lr'];
/** Of most Latin keyboards; where two letters lie elsewhere, that slip alone goes unseen. */
const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const nextKeys = new Set(
  KEYBOARD.flatMap((row, number) =>
    [...row].flatMap((letter, at) => {
      const below = KEYBOARD[number + 1];
      return [row[at + 1], below?.[at], below?.[at - 1]].flatMap((near) =>
        near ? [letter + near, near + letter] : [],
      );
    }),
  ),
);

/**
 * Returns what the slips from one word to the other count together, 0 for none: letters dropped or added, changed for
 * one alike, or swapped with the next (optimal string alignment: Damerau, 1964). The first letter is hardly ever wrong.
 */
export function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let above = [0];
  for (let j = 0; j < b.length; j += 1) above.push((above[j] ?? 0) + costOfLetter(b, j));
  for (let i = 1; i <= a.length; i += 1) {
    const gone = costOfLetter(a, i - 1);
    const row = [(above[0] ?? 0) + gone];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (above[j - 1] ?? 0) + costOfChange(a, i - 1, b, j - 1);
      const drop = (above[j] ?? 0) + gone;
      const add = (row[j - 1] ?? 0) + costOfLetter(b, j - 1);
      const swap = isSwap(a, i - 1, b, j - 1) ? (before[j - 2] ?? 0) + SWAPPED : NEVER;
      row.push(Math.min(change, drop, add, swap));
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}

function costOfLetter(word: string, at: number): number {
  if (at === 0) return NEVER;
  return word[at] === word[at - 1] ? DOUBLED : DROPPED;
}

function costOfChange(a: string, i: number, b: string, j: number): number {
  const [from = '', to = ''] = [a[i], b[j]];
  if (from === to) return 0;
  if (i === 0 || j === 0) return NEVER;
  if (ALIKE.some((letters) => letters.includes(from) && letters.includes(to))) return SOUNDS_ALIKE;
  return nextKeys.has(from + to) ? NEXT_KEY : NEVER;
}

function isSwap(a: string, i: number, b: string, j: number): boolean {
  return i > 0 && j > 0 && a[i] === b[j - 1] && a[i - 1] === b[j];
}
