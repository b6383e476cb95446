/** Our own engine, through the entry points that publishing and replying use. */
import { stem } from '../functions/catalogue/languages.ts';
import { type LanguageKnowledge, trainMatcher } from '../functions/catalogue/train-matcher.ts';
import { readMatcher, writeMatcher } from '../functions/matching/codec.ts';
import { rank } from '../functions/matching/matcher.ts';
import { type Engine, firstEntries } from './engine.ts';

/** Nothing but the phrasings: what a foreign question set is run with. */
export const NO_KNOWLEDGE: LanguageKnowledge = { otherLanguages: [], concepts: {} };

/** Returns our engine; one matcher holds all languages. */
export function simtolk(knowledge: LanguageKnowledge = NO_KNOWLEDGE): Engine {
  return {
    name: 'Simtolk',
    setting: 'as published, one matcher for all languages',
    open: (phrasings) => {
      const bytes = writeMatcher(
        trainMatcher(
          phrasings.map((phrasing) => ({ ...phrasing, voice: 'bench' })),
          knowledge,
        ),
      );
      const start = performance.now();
      const matcher = readMatcher(bytes, stem);
      const loadMs = performance.now() - start;
      return {
        ask: (text, locale) => firstEntries(rank(text, locale, matcher).entries.map(({ id }) => id)),
        loadMs,
      };
    },
  };
}
