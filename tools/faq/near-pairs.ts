/**
 * Finds pairs of nearly equal texts without comparing all with all: texts that are alike enough share one of their
 * rarest letter groups (prefix filtering, Chaudhuri, Ganti and Kaushik, 2006).
 */
import type { Placed } from './check-phrasings.ts';

/** Share of common letter groups (Jaccard) from which two texts count as nearly the same. */
const NEARLY_SAME = 0.8;
const GROUP_LENGTH = 4;
const HAN_GROUP_LENGTH = 2;
const HAN = /\p{Script=Han}/u;
const SPACE_BESIDE_HAN = /(?<=\p{Script=Han})\s|\s(?=\p{Script=Han})/gu;

interface Item {
  readonly place: Placed;
  /** Numbers of the letter groups, the rarest first. */
  readonly groups: readonly number[];
}

/** Returns the pairs under different entries that say the same or nearly the same; a text is told once. */
export function nearPairs(placed: readonly Placed[]): readonly (readonly [Placed, Placed])[] {
  const index = new Map<number, Item[]>();
  const pairs: (readonly [Placed, Placed])[] = [];
  // A text of emoji or marks alone normalises to nothing, and is like nothing.
  for (const item of itemsOf(placed.filter(({ normalised }) => normalised !== ''))) {
    const prefix = item.groups.slice(0, item.groups.length - Math.ceil(NEARLY_SAME * item.groups.length) + 1);
    const twin = prefix
      .flatMap((group) => index.get(group) ?? [])
      .find((other) => other.place.id !== item.place.id && areAlike(other.groups, item.groups));
    if (twin) pairs.push([item.place, twin.place]);
    for (const group of prefix) {
      const known = index.get(group);
      if (known) known.push(item);
      else index.set(group, [item]);
    }
  }
  return pairs;
}

function itemsOf(placed: readonly Placed[]): readonly Item[] {
  const texts = placed.map(({ normalised }) => groupsOf(normalised));
  const frequency = new Map<string, number>();
  for (const groups of texts) for (const group of groups) frequency.set(group, (frequency.get(group) ?? 0) + 1);
  const byRarity = [...frequency].sort(([, a], [, b]) => a - b).map(([group]) => group);
  const numbers = new Map(byRarity.map((group, number) => [group, number]));
  return placed.map((place, at) => ({
    place,
    groups: [...(texts[at] ?? [])].map((group) => numbers.get(group) ?? 0).sort((a, b) => a - b),
  }));
}

/** The groups run over word borders, since "SIM to eSIM" is not "eSIM to SIM". */
function groupsOf(normalised: string): ReadonlySet<string> {
  const padded = ` ${normalised.replace(SPACE_BESIDE_HAN, '')} `;
  const length = HAN.test(normalised) ? HAN_GROUP_LENGTH : GROUP_LENGTH;
  const groups = new Set<string>();
  for (let at = 0; at === 0 || at + length <= padded.length; at += 1) groups.add(padded.slice(at, at + length));
  return groups;
}

/** Walks two ordered lists side by side, and stops when too little is left to be alike. */
function areAlike(one: readonly number[], other: readonly number[]): boolean {
  const needed = Math.ceil((NEARLY_SAME * (one.length + other.length)) / (1 + NEARLY_SAME));
  let shared = 0;
  let [a, b] = [0, 0];
  while (a < one.length && b < other.length) {
    if (shared + Math.min(one.length - a, other.length - b) < needed) return false;
    const difference = (one[a] ?? 0) - (other[b] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) a += 1;
    if (difference >= 0) b += 1;
  }
  return shared >= needed;
}
