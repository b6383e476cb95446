/** Checks what people say after an answer: from an entry that exists to one that exists, in its language, and once. */
import { WRITTEN_LOCALES } from '../../functions/catalogue/content.ts';
import { normalise } from '../../functions/matching/normalise.ts';
import type { CheckContext } from './check-content.ts';
import { foreignLanguage } from './check-languages.ts';
import type { CheckFinding } from './finding.ts';
import type { ValuePath } from './positions.ts';

/** Returns an error for each follow-up from nowhere, to nowhere, in another language, or said twice of one entry. */
export function checkFollowUps({ content, lineOf, matcher }: Omit<CheckContext, 'today'>): CheckFinding[] {
  const findings: CheckFinding[] = [];
  for (const [id, followUps] of content.followUps) {
    const file = `${content.entries.get(id)?.group ?? '?'}/${id}.follow-ups.yaml`;
    const report = (path: ValuePath, reason: string, advice: string) =>
      findings.push({ severity: 'error', file: `faq/${file}`, line: lineOf(file, path), reason, advice });
    if (!content.entries.has(id))
      report([], `there is no entry ${id}`, 'rename the file after its entry, or remove it');
    for (const locale of WRITTEN_LOCALES) {
      const seen = new Set<string>();
      for (const [next, texts] of Object.entries(followUps[locale])) {
        if (!content.entries.has(next))
          report([locale, next], `there is no entry ${next}`, 'correct the id, or move the texts to an entry');
        texts.forEach((text, at) => {
          const path = [locale, next, at];
          const found = foreignLanguage(text, locale, matcher);
          if (found) report(path, `“${text}” is written in ${found}`, 'move it to the list of its language');
          const plain = normalise(text, new Map());
          if (seen.has(plain)) report(path, `“${text}” stands twice`, 'keep it where it is answered best');
          seen.add(plain);
        });
      }
    }
  }
  return findings;
}
