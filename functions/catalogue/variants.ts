/** Makes of phrasings what else a visitor may type: without a Chinese keyboard, beside the point, after another question. */
import type { Lexicon } from '../matching/lexicon.ts';
import { INTENT_MARK, OUT_OF_SCOPE } from '../matching/matcher.ts';
import { randomSequence } from '../matching/train.ts';
import type { Example } from '../matching/vocabulary.ts';

/** What people say around their question and what says nothing of which one it is, by locale. */
export type Asides = Readonly<Record<string, readonly string[]>>;

const CHARACTER = /\p{Script=Han}/u;

/** Returns the examples in characters as someone types them who has no keyboard for these. */
export function typedInSyllables(
  examples: readonly Example[],
  { sounds, syllabicLocale }: Lexicon,
): readonly Example[] {
  return examples
    .filter(({ locale, text }) => locale === syllabicLocale && CHARACTER.test(text))
    .map((example) => {
      const syllables = [...example.text].map((one) => (CHARACTER.test(one) ? ` ${sounds.get(one) ?? ''} ` : one));
      return { ...example, text: syllables.join('') };
    });
}

/** Share (0–1) of the examples that are learned with an aside too. Measured in docs/matching.md. */
const WITH_ASIDE = 0.4;
/** Share (0–1) of these in which it comes first, as it mostly does. */
const BEFORE = 0.7;

/** Returns examples of entries and of what is out of scope, with an aside before or after. Small talk is itself such an aside. */
export function withAsides(
  examples: readonly Example[],
  classes: readonly string[],
  asides: Asides,
): readonly Example[] {
  const random = randomSequence(1);
  return examples.flatMap((example) => {
    const own = asides[example.locale] ?? [];
    const id = classes[example.label] ?? '';
    if (own.length === 0 || (id.startsWith(INTENT_MARK) && !OUT_OF_SCOPE.includes(id)) || random() > WITH_ASIDE)
      return [];
    const aside = own[Math.floor(random() * own.length)] ?? '';
    const text = random() < BEFORE ? `${aside} ${example.text}` : `${example.text} ${aside}`;
    return [{ ...example, text }];
  });
}

/** Share (0–1) of the entries' examples that are learned after something else too. Measured in docs/matching.md. */
const AFTER_ANYTHING = 0.6;

/**
 * Returns what makes the matcher believe what was talked of before as far as it should and no further: other examples
 * after anything at all, for people change the subject. Small talk and what is not ours come after everything.
 */
export function afterAnything(examples: readonly Example[], classes: readonly string[]): readonly Example[] {
  const followUps = examples.filter(({ before }) => before);
  if (followUps.length === 0) return [];
  const random = randomSequence(1);
  const isIntent = ({ label }: Example) => classes[label]?.startsWith(INTENT_MARK) ?? false;
  const others = examples.filter((one) => !one.before && (isIntent(one) || random() < AFTER_ANYTHING));
  return others.map((example) => {
    const { before = [] } = followUps[Math.floor(random() * followUps.length)] ?? {};
    return { ...example, before };
  });
}
