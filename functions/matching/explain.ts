/** Shows why a text was ranked as it was: its terms, what each weighs, and the entries each speaks for. */
import { termOf } from './linear.ts';
import { type Matcher, type Ranking, rank } from './matcher.ts';
import { normalise } from './normalise.ts';
import { forEachBefore, forEachTerm, runsOf, TERM_KINDS, type TermKind } from './terms.ts';

export interface ExplainedTerm {
  readonly term: string;
  readonly kind: TermKind;
  readonly count: number;
  /** Share of the text's vector, 0–1; 0 for a term that no phrasing has. */
  readonly weight: number;
  /** What the term adds to the scores of the best entries, in the order of `ranking.entries`. */
  readonly pulls: readonly { readonly id: string; readonly score: number }[];
}

export interface Explanation {
  readonly normalised: string;
  /** The class whose phrasing or keyword the text is, word for word; that decides before any term does. */
  readonly verbatim?: string;
  /** Words that were read as others: slips, by what the phrasings say often. */
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  /** The terms that decided most, heaviest first. */
  readonly terms: readonly ExplainedTerm[];
  /** Terms that no phrasing has. */
  readonly unknown: readonly string[];
  readonly ranking: Ranking;
}

const MOST_TERMS = 40;
const MOST_ENTRIES = 5;

interface CountedTerm {
  readonly label: string;
  readonly kind: number;
  readonly hash: number;
  count: number;
}

/** Returns the explanation of what `rank` returns of the same. Slower than the ranking itself: for maintainers. */
export function explain(text: string, locale: string, matcher: Matcher, before: readonly string[] = []): Explanation {
  const ranking = rank(text, locale, matcher, before);
  const counted = new Map<string, CountedTerm>();
  const count = (hash: number, kind: number, label: string) => {
    const key = `${kind} ${label}`;
    const term = counted.get(key) ?? { label, kind, hash, count: 0 };
    term.count += 1;
    counted.set(key, term);
  };
  forEachTerm(text, locale, matcher.lexicon, count, true);
  forEachBefore(before, count);
  const values = [...counted.values()].map((term) => ({ ...term, value: weighed(term, matcher) }));
  const length = Math.hypot(...values.map(({ value }) => value)) || 1;
  const best = ranking.entries.slice(0, MOST_ENTRIES).map(({ id }) => id);
  const terms = values
    .filter(({ value }) => value > 0)
    .map(
      ({ label, kind, hash, count, value }): ExplainedTerm => ({
        term: label,
        kind: TERM_KINDS[kind] ?? 'word',
        count,
        weight: (value / length) ** 2,
        pulls: pullsOf(hash, value / length, best, matcher),
      }),
    )
    .toSorted((a, b) => strength(b) - strength(a));
  const unknown = values
    .filter(({ hash, kind }) => isWordLike(kind) && termOf(matcher.vocabulary, hash) < 0)
    .map(({ label }) => label);
  const corrections = runsOf(text, matcher.lexicon)
    .map((from) => ({ from, to: matcher.lexicon.spelling.correct(from, locale) }))
    .filter(({ from, to }) => from !== to);
  const normalised = normalise(text, matcher.lexicon.folds);
  const { verbatim } = ranking;
  return {
    normalised,
    ...(verbatim && { verbatim }),
    corrections,
    terms: terms.slice(0, MOST_TERMS),
    unknown,
    ranking,
  };
}

function weighed({ hash, kind, count }: CountedTerm, { vocabulary }: Matcher): number {
  const term = termOf(vocabulary, hash);
  return term < 0 ? 0 : (vocabulary.kindWeights[kind] ?? 0) * (vocabulary.rarities[term] ?? 0) * (1 + Math.log(count));
}

function pullsOf(
  hash: number,
  value: number,
  best: readonly string[],
  { vocabulary, weights, classes }: Matcher,
): ExplainedTerm['pulls'] {
  const term = termOf(vocabulary, hash);
  const scores = new Map<string, number>();
  for (let cell = weights.offsets[term] ?? 0; cell < (weights.offsets[term + 1] ?? 0); cell += 1) {
    const id = classes[weights.classes[cell] ?? 0] ?? '';
    scores.set(id, (weights.values[cell] ?? 0) * weights.scale * value);
  }
  return best.map((id) => ({ id, score: scores.get(id) ?? 0 }));
}

function strength({ pulls }: ExplainedTerm): number {
  return Math.max(0, ...pulls.map(({ score }) => Math.abs(score)));
}

/** Parts of words are not worth naming as unknown. */
function isWordLike(kind: number): boolean {
  return TERM_KINDS[kind] === 'stem' || TERM_KINDS[kind] === 'han2';
}
