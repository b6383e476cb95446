/** Mixes what a text means with what it says, among the entries that its words make likely. Pure. */
import { type Matcher, type Ranking, rankingOf } from '../matching/matcher.ts';
import type { Nearness } from './embedding-models.ts';

/** Entries among which the meaning decides: what no word speaks for is not brought in by its meaning alone. */
const BEST_ENTRIES = 20;
/**
 * How much the meaning counts (0–1). Less than the confidence that an answer takes, so that meaning without a word that
 * agrees is a suggestion at most.
 */
const MEANING_SHARE = 0.6;
/** A cosine greater by this much is e times as likely. */
const COSINE_STEP = 0.03;

export interface Meaning {
  /** Cosine of the text with each entry. */
  readonly nearness: ReadonlyMap<string, number>;
  /** Of the model that gave the vectors. */
  readonly scale: Nearness;
}

/** Returns the ranking with the meaning mixed in; the closer the nearest entry, the less counts what is not ours. */
export function mixRanking(ranking: Ranking, { nearness, scale }: Meaning, matcher: Matcher): Ranking {
  const best = ranking.entries.slice(0, BEST_ENTRIES).filter(({ id }) => nearness.has(id));
  const cosines = best.map(({ id }) => nearness.get(id) ?? 0);
  const nearest = Math.max(...cosines);
  const ours = Math.min(1, Math.max(0, (nearest - scale.far) / (scale.near - scale.far)));
  const words = best.reduce((sum, { probability }) => sum + probability, 0);
  if (ours === 0 || words === 0) return ranking;
  const odds = cosines.map((cosine) => Math.exp((cosine - nearest) / COSINE_STEP));
  const allOdds = odds.reduce((sum, each) => sum + each, 0);
  const together = words + (1 - words) * MEANING_SHARE * ours;
  const mixed = new Map(
    best.map(({ id, probability }, at) => {
      const share = (1 - MEANING_SHARE) * (probability / words) + MEANING_SHARE * ((odds[at] ?? 0) / allOdds);
      return [id, together * share];
    }),
  );
  const left = words < 1 ? (1 - together) / (1 - words) : 0;
  const before = new Map([...ranking.entries, ...ranking.intents].map(({ id, probability }) => [id, probability]));
  const probabilities = Float64Array.from(matcher.classes, (id) => mixed.get(id) ?? left * (before.get(id) ?? 0));
  // A text that means one of ours is not strange, whatever its words.
  return rankingOf(probabilities, { known: Math.max(ranking.known, ours), length: ranking.length }, matcher);
}
