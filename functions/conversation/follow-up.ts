/** Ranks a turn that leans on the one before: by its own words, by both turns read as one, and by what comes after an answer. */
import type { Catalogue } from '../catalogue/open.ts';
import { type Ranked, type Ranking, rankingOf } from '../matching/matcher.ts';
import { normalise } from '../matching/normalise.ts';
import type { Mentions } from './mentions.ts';

export interface FollowUp {
  /** The turn's own ranking, and that of both turns read as one. */
  readonly alone: Ranking;
  readonly together: Ranking;
  /** Whether it names an operator or a phone: it mostly asks the old question of the new name. */
  readonly names: boolean;
  /** The entry that the turn before was answered with. */
  readonly answered: string | null;
}

/**
 * Weights of a log-linear pool (Genest and Zidek, 1986), fitted on 216 follow-ups: docs/matching.md. People go on to what is near the
 * answer they got.
 */
const POOL = { alone: 0.95, together: 0.9, same: -0.3, related: 2.35, sameGroup: 2 } as const;
/** For a turn that names an operator or a phone. */
const NAMING_POOL = { ...POOL, alone: 0.5, same: 0.4 } as const;
/** No word of two says enough to rule an entry out. */
const LEAST_PROBABILITY = 0.003;

/** Returns the ranking of a turn that leans on the one before. */
export function rankFollowUp({ alone, together, names, answered }: FollowUp, catalogue: Catalogue): Ranking {
  const { classes } = catalogue.matcher;
  const pool = names ? NAMING_POOL : POOL;
  const before = catalogue.entries.get(answered ?? '');
  const [own, both] = [byId(alone), byId(together)];
  const scoreOf = (id: string) => {
    const score = pool.alone * logOf(own.get(id)) + pool.together * logOf(both.get(id));
    const group = catalogue.entries.get(id)?.group;
    if (!before || group === undefined) return score;
    return (
      score +
      (id === before.id ? pool.same : 0) +
      (before.related.includes(id) ? pool.related : 0) +
      (group === before.group ? pool.sameGroup : 0)
    );
  };
  const powers = Float64Array.from(classes, (id) => Math.exp(scoreOf(id)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return rankingOf(
    powers.map((power) => power / total),
    { known: Math.max(alone.known, together.known), length: together.length },
    catalogue.matcher,
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
