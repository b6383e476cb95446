/** Checks that each language was looked at since the other languages changed. */
import type { CheckContext } from './check-content.ts';
import type { CheckFinding } from './finding.ts';
import { staleLocales } from './signature.ts';

/** Returns an error for each entry with a language that is older than the others. */
export function checkSignatures({ content, lineOf }: Pick<CheckContext, 'content' | 'lineOf'>): CheckFinding[] {
  return [...content.entries].flatMap(([id, entry]): CheckFinding[] => {
    const stale = staleLocales(entry);
    if (stale.length === 0) return [];
    const file = `${entry.group}/${id}.yaml`;
    const reason = entry.checked
      ? `${stale.join(', ')}: another language changed since this one was checked`
      : 'the languages were never checked against each other';
    const advice = `read them side by side, then run: npm run faq:sign -- ${id}`;
    return [{ severity: 'error', file: `faq/${file}`, line: lineOf(file, ['checked']), reason, advice }];
  });
}
