/** Sets greetings and thanks aside where they stand around a question. */
import { type Matcher, type Ranking, rankingOf } from '../matching/matcher.ts';

const COURTESIES = ['@greeting', '@thanks', '@goodbye'];
/** From this probability (0–1) of an entry on there is a question. Measured in docs/matching.md. */
const IS_A_QUESTION = 0.2;
/** Less of a courtesy (0–1) makes no difference. */
const LEAST_COURTESY = 0.1;

/**
 * Returns the ranking as if the classes of courtesy were not among those to choose from, where there is a question
 * besides: "how do I cancel? cheers" is about half a farewell, and all of it a question. Else the ranking as it is.
 */
export function withoutCourtesy(ranking: Ranking, matcher: Matcher): Ranking {
  const { entries, intents, known, length } = ranking;
  const courtesies = intents.filter(({ id }) => COURTESIES.includes(id));
  const courtesy = courtesies.reduce((sum, { probability }) => sum + probability, 0);
  if ((entries[0]?.probability ?? 0) < IS_A_QUESTION || courtesy < LEAST_COURTESY) return ranking;
  const rest = new Map([...entries, ...intents].map(({ id, probability }) => [id, probability / (1 - courtesy)]));
  for (const { id } of courtesies) rest.set(id, 0);
  return rankingOf(
    Float64Array.from(matcher.classes, (id) => rest.get(id) ?? 0),
    { known, length },
    matcher,
  );
}
