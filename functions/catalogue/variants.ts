/** Makes of phrasings what else a visitor may type: the same without a Chinese keyboard, and with something beside the point. */
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
const WITH_ASIDE = 0.3;
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
