/** Puts questions that are alike together, so that a maintainer reads each only once. Pure. */
import { normalise } from '../matching/normalise.ts';

export interface Likeness<T> {
  /** The one that is most like the others. */
  readonly first: T;
  readonly members: readonly T[];
}

/** Shared pairs of characters (Dice, 0–1) from which two questions count as alike. */
const ALIKE_FROM = 0.5;

/**
 * Returns the items in groups, the largest first, in their order within a group. An item joins the group whose first
 * member it is most like (leader clustering); likeness is Dice's coefficient of the pairs of characters, which needs no
 * words and so treats Chinese, English and Dutch the same. Takes items × groups steps: for some hundreds of items.
 */
export function groupByLikeness<T>(items: readonly T[], textOf: (item: T) => string): readonly Likeness<T>[] {
  const groups: { pairs: ReadonlySet<string>; members: { item: T; pairs: ReadonlySet<string> }[] }[] = [];
  for (const item of items) {
    const pairs = pairsOf(textOf(item));
    let best: (typeof groups)[number] | undefined;
    let bestLikeness = ALIKE_FROM;
    for (const group of groups) {
      const likeness = dice(pairs, group.pairs);
      if (likeness < bestLikeness) continue;
      best = group;
      bestLikeness = likeness;
    }
    if (best) best.members.push({ item, pairs });
    else groups.push({ pairs, members: [{ item, pairs }] });
  }
  return groups
    .toSorted((a, b) => b.members.length - a.members.length)
    .flatMap(({ members }) => {
      const first = middleOf(members);
      return first ? [{ first: first.item, members: members.map(({ item }) => item) }] : [];
    });
}

/** Compares with the first members only, so that a large group costs no more than a small one. */
const COMPARED = 20;

function middleOf<M extends { readonly pairs: ReadonlySet<string> }>(members: readonly M[]): M | undefined {
  const sample = members.slice(0, COMPARED);
  const total = ({ pairs }: M) => sample.reduce((sum, other) => sum + dice(pairs, other.pairs), 0);
  return sample.toSorted((a, b) => total(b) - total(a))[0];
}

function pairsOf(text: string): ReadonlySet<string> {
  const plain = ` ${normalise(text, new Map())} `;
  const characters = [...plain];
  return new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`));
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return a.size + b.size === 0 ? 1 : (2 * shared) / (a.size + b.size);
}
