/** Ranks a turn that comes after another: by itself, by both turns read as one, and by what comes after an answer. */
import type { StoredEntry } from '../catalogue/catalogue.ts';
import type { Catalogue } from '../catalogue/open.ts';
import { type Ranked, type Ranking, rankingOf } from '../matching/matcher.ts';
import { normalise } from '../matching/normalise.ts';
import type { Mentions } from './mentions.ts';

export interface FollowUp {
  /** The ranking of the turn as said after what it was about before, and that of both turns read as one. */
  readonly after: Ranking;
  readonly together: Ranking;
  /** What the turn before was about, if that is known. */
  readonly subject: StoredEntry | undefined;
}

/**
 * Weights of a log-linear pool (Genest and Zidek, 1986), fitted on follow-ups that the matcher never saw:
 * docs/matching.md. People go on to what is near the answer they got, and less often to that answer again, whose words
 * `together` has anyway.
 */
const POOL = { after: 1.3, together: 0.25, related: 0.65, sameGroup: 0.65, same: -0.4 } as const;
/** No word of two says enough to rule an entry out. */
const LEAST_PROBABILITY = 0.001;

/** Returns the ranking of a turn that comes after another. */
export function rankFollowUp({ after, together, subject }: FollowUp, { entries, matcher }: Catalogue): Ranking {
  const [own, both] = [byId(after), byId(together)];
  const nearness = (id: string) => {
    const isRelated = subject?.related.includes(id) ?? false;
    const isOfGroup = subject !== undefined && entries.get(id)?.group === subject.group;
    const isSame = id === subject?.id;
    return (isRelated ? POOL.related : 0) + (isOfGroup ? POOL.sameGroup : 0) + (isSame ? POOL.same : 0);
  };
  const powers = Float64Array.from(matcher.classes, (id) =>
    Math.exp(POOL.after * logOf(own.get(id)) + POOL.together * logOf(both.get(id)) + nearness(id)),
  );
  const total = powers.reduce((sum, power) => sum + power, 0);
  return rankingOf(
    powers.map((power) => power / total),
    { known: Math.max(after.known, together.known), length: together.length },
    matcher,
  );
}

function byId({ entries, intents }: Ranking): ReadonlyMap<string, number> {
  return new Map([...entries, ...intents].map(({ id, probability }: Ranked) => [id, probability]));
}

function logOf(probability = 0): number {
  return Math.log(probability + LEAST_PROBABILITY);
}

/** "… on my iPhone" then "and on Android?": returns the turn before without the phone or operator that is replaced. */
export function withoutReplaced(text: string, old: Mentions, fresh: Mentions, slots: Catalogue['slots']): string {
  let plain = normalise(text, new Map());
  const drop = (named: Catalogue['slots']['operators'], id: string | undefined) => {
    for (const mention of named.find((slot) => slot.id === id)?.mentions ?? []) plain = plain.replaceAll(mention, ' ');
  };
  if (fresh.operator && old.operator) drop(slots.operators, old.operator);
  if (fresh.device && old.device) drop(slots.devices, old.device);
  return plain;
}
