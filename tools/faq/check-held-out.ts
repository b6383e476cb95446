/**
 * Finds phrasings that sound like another entry. A matcher knows the phrasings that trained it by heart, so each voice is
 * judged by a matcher that never heard it.
 */

import type { SourceFiles } from '../../functions/catalogue/compile-sources.ts';
import { languageKnowledge } from '../../functions/catalogue/compile-sources.ts';
import { stem } from '../../functions/catalogue/languages.ts';
import { KEYWORDS, phrasingsOf, trainMatcher } from '../../functions/catalogue/train-matcher.ts';
import { readMatcher, writeMatcher } from '../../functions/matching/codec.ts';
import { INTENT_MARK, rank } from '../../functions/matching/matcher.ts';
import type { CheckContext } from './check-content.ts';
import { placedPhrasings } from './check-phrasings.ts';
import type { CheckFinding } from './finding.ts';

/** Voices are judged in so many groups: more would judge fairer, and train longer. */
const GROUPS = 4;
/** Probability from which the other entry is worth a look: most that lie below are honest doubts. */
const SURE = 0.9;

/** Returns a warning for each phrasing that a matcher without its voice gives to another entry. Trains for a minute. */
export function checkHeldOut(
  { content, lineOf }: Pick<CheckContext, 'content' | 'lineOf'>,
  locales: SourceFiles['locales'],
): readonly CheckFinding[] {
  const all = phrasingsOf(content);
  const knowledge = languageKnowledge(locales);
  const placed = placedPhrasings(content).filter(({ id, path }) => !id.startsWith(INTENT_MARK) && path[1] !== KEYWORDS);
  const voices = [...new Set(placed.map(({ path }) => String(path[1])))].sort();
  return Array.from({ length: GROUPS }, (_, group) => {
    const isOut = (voice: string) => voices.indexOf(voice) % GROUPS === group;
    const known = all.filter(({ id, voice }) => id.startsWith(INTENT_MARK) || !isOut(voice));
    const matcher = readMatcher(writeMatcher(trainMatcher(known, knowledge)), stem);
    return placed
      .filter(({ path }) => isOut(String(path[1])))
      .flatMap(({ id, text, locale, file, path }): CheckFinding[] => {
        const [first] = rank(text, locale, matcher).entries;
        if (!first || first.id === id || first.probability < SURE) return [];
        const share = `${Math.round(first.probability * 100)} %`;
        return [
          {
            severity: 'warning',
            file: `faq/${file}`,
            line: lineOf(file, path),
            reason: `“${text}” sounds like ${first.id} (${share}) to who has not heard this voice`,
            advice: `move it to ${first.id}, or keep it if it truly asks for this entry`,
          },
        ];
      });
  }).flat();
}
