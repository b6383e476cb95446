/** Finds the operator and the make of phone that a text speaks of, also when their names are misspelt. */
import Fuse from 'fuse.js/basic';
import type { StoredSlots } from '../catalogue/catalogue.ts';
import { normalise } from '../matching/normalise.ts';
import type { Spelling } from '../matching/spelling.ts';

export interface Mentions {
  readonly operator?: string;
  readonly device?: string;
}

/** Fuse.js distance (0 exact, 1 anything) up to which a word is taken for a name. */
const LARGEST_DISTANCE = 0.25;
/** Shorter words are too easily something else. */
const SHORTEST_FUZZY = 5;
/** No name is as long, and a longer word would only fill the memory. */
const LONGEST_FUZZY = 40;
/** One wrong letter changes the length by one at most. */
const LENGTH_SLACK = 1;

/** People use few words: what was found for one is kept, since the search took a quarter of a reply's time. */
const MOST_KNOWN = 5000;

type Named = StoredSlots['operators'];

/**
 * Returns a function that finds the mentions in a text. `isInUse` tells the words that phrasings use: a phone is no
 * misspelt iPhone.
 */
export function mentionFinder(slots: StoredSlots, isInUse: Spelling['isInUse']): (text: string) => Mentions {
  const operator = finder(slots.operators, isInUse);
  const device = finder(slots.devices, isInUse);
  return (text) => {
    const plain = normalise(text, new Map());
    const found = { operator: operator(plain), device: device(plain) };
    return { ...(found.operator && { operator: found.operator }), ...(found.device && { device: found.device }) };
  };
}

function finder(named: Named, isInUse: Spelling['isInUse']): (plain: string) => string | undefined {
  const names = named
    .flatMap(({ id, mentions }) => mentions.map((mention) => ({ id, mention, isHan: HAN.test(mention) })))
    .sort((a, b) => b.mention.length - a.mention.length);
  const fuse = new Fuse(
    names.filter(({ mention }) => mention.length >= SHORTEST_FUZZY && !mention.includes(' ')),
    { keys: ['mention'], threshold: LARGEST_DISTANCE, includeScore: true },
  );
  const known = new Map<string, string | undefined>();
  const alike = (word: string) => {
    const [best] = fuse.search(word, { limit: 1 });
    return best && Math.abs(best.item.mention.length - word.length) <= LENGTH_SLACK ? best.item.id : undefined;
  };
  return (plain) => {
    const exact = names.find((name) => holds(plain, name));
    if (exact) return exact.id;
    for (const word of plain.split(' ')) {
      if (word.length < SHORTEST_FUZZY || word.length > LONGEST_FUZZY || isInUse(word)) continue;
      if (known.size >= MOST_KNOWN) known.clear();
      if (!known.has(word)) known.set(word, alike(word));
      const id = known.get(word);
      if (id !== undefined) return id;
    }
    return undefined;
  };
}

const HAN = /\p{Script=Han}/u;

/** A Latin name must stand as a word of its own; a Chinese one has no borders to stand between. */
function holds(plain: string, { mention, isHan }: { readonly mention: string; readonly isHan: boolean }): boolean {
  if (isHan) return plain.includes(mention);
  for (let at = plain.indexOf(mention); at >= 0; at = plain.indexOf(mention, at + 1)) {
    const before = plain[at - 1] ?? ' ';
    const after = plain[at + mention.length] ?? ' ';
    if (isBorder(before) && isBorder(after)) return true;
  }
  return false;
}

function isBorder(character: string): boolean {
  return !/[\p{L}\p{N}]/u.test(character) || HAN.test(character);
}
