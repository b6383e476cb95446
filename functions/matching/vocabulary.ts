/** Chooses the terms that a model knows, and what each weighs, from its examples. */
import type { Lexicon } from './lexicon.ts';
import { startsOf, type Utterance, type Vocabulary } from './linear.ts';
import { forEachBefore, forEachTerm, type TermSink } from './terms.ts';

/** An utterance and the number of the class it belongs to. */
export interface Example extends Utterance {
  readonly label: number;
}

export interface VocabularyOptions {
  readonly kindWeights: readonly number[];
  /** Terms in fewer examples than this are forgotten. */
  readonly leastExamples: number;
  /** Powers of a term's rarity among the classes and among the examples, whose product it weighs. */
  readonly rarity: { readonly classes: number; readonly examples: number };
}

/**
 * Returns the vocabulary of the examples. The rarity of a term in n of N examples is log((N + 1) / (n + 0.5)), and
 * among the classes the same (inverse class frequency: Lertnattee and Theeramunkong, 2004).
 */
export function buildVocabulary(
  examples: readonly Example[],
  lexicon: Lexicon,
  { kindWeights, leastExamples, rarity }: VocabularyOptions,
): Vocabulary {
  const seen = new Map<number, { examples: number; classes: Set<number> }>();
  for (const { text, locale, before, label } of examples) {
    const own = new Set<number>();
    const sink: TermSink = (hash, kind) => {
      if ((kindWeights[kind] ?? 0) > 0) own.add(hash);
    };
    forEachTerm(text, locale, lexicon, sink);
    forEachBefore(before ?? [], sink);
    for (const hash of own) {
      const term = seen.get(hash) ?? { examples: 0, classes: new Set() };
      seen.set(hash, term);
      term.examples += 1;
      term.classes.add(label);
    }
  }
  const classCount = new Set(examples.map(({ label }) => label)).size;
  const rarityOf = (count: number, all: number) => Math.log((all + 1) / (count + 0.5));
  const kept = [...seen].filter(([, term]) => term.examples >= leastExamples).sort(([a], [b]) => a - b);
  const hashes = Uint32Array.from(kept, ([hash]) => hash);
  const rarities = Float32Array.from(
    kept,
    ([, term]) =>
      rarityOf(term.classes.size, classCount) ** rarity.classes *
      rarityOf(term.examples, examples.length) ** rarity.examples,
  );
  return { hashes, starts: startsOf(hashes), rarities, kindWeights };
}
