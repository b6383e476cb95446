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

/** What is said around a question, by locale, and how often. Shares are 0–1. */
interface Around {
  /** Share of the examples that are learned with it too. */
  readonly share: number;
  /** Share of these in which it comes first. */
  readonly first: number;
  /** Exponent on the draw: 1 draws all of a list alike, 2 prefers what stands early in it. */
  readonly skew: number;
  readonly before: Asides;
  readonly after: Asides;
}

/** Measured in docs/matching.md. An aside mostly comes first. */
const ASIDES = { share: 0.4, first: 0.7, skew: 1 };
const COURTESIES = { share: 0.2, first: 0.4, skew: 2 };
/** The classes of what is said before a question out of courtesy, and after it. */
const SAID_BEFORE = ['@greeting'];
const SAID_AFTER = ['@thanks', '@goodbye'];

/** Returns examples of entries and of what is out of scope, with an aside before or after. */
export function withAsides(
  examples: readonly Example[],
  classes: readonly string[],
  asides: Asides,
): readonly Example[] {
  return saidAround(examples, classes, { ...ASIDES, before: asides, after: asides });
}

/** Returns examples of the same with a greeting before or thanks after: who says thanks beforehand asks nonetheless. */
export function withCourtesies(examples: readonly Example[], classes: readonly string[]): readonly Example[] {
  const locales = [...new Set(examples.map(({ locale }) => locale))];
  const textsOf = (ids: readonly string[]): Asides => {
    const said = examples.filter(({ label, before }) => !before && ids.includes(classes[label] ?? ''));
    return Object.fromEntries(
      locales.map((locale) => [
        locale,
        said
          .filter((one) => one.locale === locale)
          .map(({ text }) => text)
          .sort((a, b) => a.length - b.length),
      ]),
    );
  };
  return saidAround(examples, classes, { ...COURTESIES, before: textsOf(SAID_BEFORE), after: textsOf(SAID_AFTER) });
}

/** Small talk gets nothing around it: it is itself what is said around a question. */
function saidAround(examples: readonly Example[], classes: readonly string[], around: Around): readonly Example[] {
  const random = randomSequence(1);
  return examples.flatMap((example) => {
    const id = classes[example.label] ?? '';
    if ((id.startsWith(INTENT_MARK) && !OUT_OF_SCOPE.includes(id)) || random() > around.share) return [];
    const isFirst = random() < around.first;
    const own = around[isFirst ? 'before' : 'after'][example.locale] ?? [];
    const said = own[Math.floor(random() ** around.skew * own.length)];
    if (said === undefined) return [];
    return [{ ...example, text: isFirst ? `${said} ${example.text}` : `${example.text} ${said}` }];
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
