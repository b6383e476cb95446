/** Checks that the matcher finds an entry by what it learned of the entry's own phrasings, not because it knows them by heart. */
import { WRITTEN_LOCALES } from '../../functions/catalogue/content.ts';
import { KEYWORDS } from '../../functions/catalogue/train-matcher.ts';
import { INTENT_MARK, rank } from '../../functions/matching/matcher.ts';
import { NOTHING_VERBATIM } from '../../functions/matching/verbatim.ts';
import type { CheckContext } from './check-content.ts';
import type { CheckFinding } from './finding.ts';

/** Some ways of asking fit two entries; above this share the entry's phrasings are unclear. */
const MOST_LOST = 0.1;
/** Fewer lost phrasings than this are not worth an editor's time. */
const LEAST_LOST_TO_TELL = 4;
const EXAMPLES = 3;

interface Lost {
  readonly text: string;
  readonly to: string;
  readonly path: readonly (string | number)[];
}

/** Returns an error for each entry that loses too many of its phrasings, a warning for one that loses some. */
export function checkRanking({ content, lineOf, matcher }: Omit<CheckContext, 'today'>): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const learned = { ...matcher, verbatim: NOTHING_VERBATIM };
  for (const [id, phrasings] of content.phrasings) {
    const group = content.entries.get(id)?.group;
    if (id.startsWith(INTENT_MARK) || !group) continue;
    let count = 0;
    const lost: Lost[] = [];
    for (const locale of WRITTEN_LOCALES) {
      for (const [voice, texts] of Object.entries(phrasings[locale])) {
        if (voice === KEYWORDS) continue;
        texts.forEach((text, at) => {
          count += 1;
          const [first] = rank(text, locale, learned).entries;
          if (first && first.id !== id) lost.push({ text, to: first.id, path: [locale, voice, at] });
        });
      }
    }
    const tooMany = lost.length > MOST_LOST * count;
    if (!tooMany && lost.length < LEAST_LOST_TO_TELL) continue;
    const file = `${group}/${id}.phrasings.yaml`;
    const examples = lost.slice(0, EXAMPLES).map(({ text, to }) => `“${text}” → ${to}`);
    findings.push({
      severity: tooMany ? 'error' : 'warning',
      file: `faq/${file}`,
      line: lineOf(file, lost[0]?.path ?? []),
      reason: `${lost.length} of ${count} phrasings are ranked under another entry, such as ${examples.join('; ')}`,
      advice: 'move them there, or say what sets this entry apart',
    });
  }
  return findings;
}
