/** Checks the phrasings: enough of them, each with its entry, and none under two entries. */
import { type PhrasingsFile, WRITTEN_LOCALES, type WrittenLocale } from '../../functions/catalogue/content.ts';
import { characterFolds } from '../../functions/catalogue/traditional.ts';
import { KEYWORDS } from '../../functions/catalogue/train-matcher.ts';
import { openLexicon } from '../../functions/matching/lexicon.ts';
import { INTENT_MARK } from '../../functions/matching/matcher.ts';
import { normalise } from '../../functions/matching/normalise.ts';
import type { CheckContext } from './check-content.ts';
import type { CheckFinding } from './finding.ts';
import { nearPairs } from './near-pairs.ts';
import type { ValuePath } from './positions.ts';

/** Quality on unseen questions grows steeply up to here (36 % with 2 phrasings an entry, 75 % with 12 varied ones). */
const LEAST_PHRASINGS = 40;

/** A phrasing with its place. */
export interface Placed {
  readonly id: string;
  readonly locale: WrittenLocale;
  readonly text: string;
  /** What the matcher sees of it. */
  readonly normalised: string;
  readonly file: string;
  readonly path: ValuePath;
}

/** Returns an error for each entry with too few phrasings, and for each pair that two entries claim. */
export function checkPhrasings({ content, lineOf }: Pick<CheckContext, 'content' | 'lineOf'>): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const all = placedPhrasings(content);
  for (const id of content.phrasings.keys()) {
    const own = all.filter((one) => one.id === id);
    if (id.startsWith(INTENT_MARK)) continue;
    const file = own[0]?.file ?? `${id}.phrasings.yaml`;
    const report = (path: ValuePath, reason: string, advice: string) =>
      findings.push({ severity: 'error', file: `faq/${file}`, line: lineOf(file, path), reason, advice });
    if (!content.entries.has(id))
      report([], `there is no entry ${id}`, 'rename the file after its entry, or remove it');
    for (const locale of WRITTEN_LOCALES) {
      const learned = own.filter((one) => one.locale === locale && one.path[1] !== KEYWORDS);
      const count = new Set(learned.map(({ normalised }) => normalised)).size;
      if (count < LEAST_PHRASINGS)
        report(
          [locale],
          `${locale} has ${count} different phrasings, ${LEAST_PHRASINGS} are needed`,
          'add other angles: symptoms, slang, half a story, an angry line',
        );
    }
  }
  for (const [one, other] of nearPairs(all)) {
    const same = one.normalised === other.normalised ? 'the same' : 'nearly the same';
    findings.push({
      severity: 'error',
      file: `faq/${one.file}`,
      line: lineOf(one.file, one.path),
      reason: `“${one.text}” is ${same} as “${other.text}” in faq/${other.file}:${lineOf(other.file, other.path)}`,
      advice: 'keep it where it belongs, and say there what sets the entries apart',
    });
  }
  return findings;
}

/** Returns every phrasing with its place. Normalised texts have no spaces between Chinese words to differ by. */
export function placedPhrasings(content: CheckContext['content']): readonly Placed[] {
  const { folds } = openLexicon({ folds: characterFolds(), sounds: {}, concepts: {} }, (word) => word);
  const all: Placed[] = [];
  for (const [id, phrasings] of content.phrasings) {
    const file = phrasingsPath(id, content);
    for (const { locale, voice, at, text } of walkPhrasings(phrasings)) {
      all.push({ id, locale, text, file, path: [locale, voice, at], normalised: normalise(text, folds) });
    }
  }
  return all;
}

/** Returns the path of a phrasings file below `faq/`. */
export function phrasingsPath(id: string, { entries }: Pick<CheckContext['content'], 'entries'>): string {
  const [folder, name] = id.startsWith(INTENT_MARK)
    ? ['intents', id.slice(INTENT_MARK.length)]
    : [entries.get(id)?.group ?? '?', id];
  return `${folder}/${name}.phrasings.yaml`;
}

/** Yields the phrasings of a file, by language and voice. */
export function* walkPhrasings(
  phrasings: PhrasingsFile,
): Iterable<{ readonly locale: WrittenLocale; readonly voice: string; readonly at: number; readonly text: string }> {
  for (const locale of WRITTEN_LOCALES) {
    for (const [voice, texts] of Object.entries(phrasings[locale])) {
      for (const [at, text] of texts.entries()) yield { locale, voice, at, text };
    }
  }
}
