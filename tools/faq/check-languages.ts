/** Checks that each field is written in its own language and script. */
import type { WrittenLocale } from '../../functions/catalogue/content.ts';
import { characterFolds } from '../../functions/catalogue/traditional.ts';
import { detectLanguage } from '../../functions/matching/language.ts';
import type { CheckContext } from './check-content.ts';
import { phrasingsPath } from './check-phrasings.ts';
import { type EntryText, entryTexts } from './entry-texts.ts';
import type { CheckFinding } from './finding.ts';

/** Shorter texts are mostly names, which have no language. */
const SHORTEST_LETTERS = 25;
/** The detector is sure of whole sentences; below this a text mixes languages. */
const SURE = 0.95;
/** Share of a voice's phrasings in another language that a "thing named in another language" does not explain. */
const MOST_FOREIGN = 0.5;
const LEAST_PHRASINGS = 4;

const HAN = /\p{Script=Han}/gu;
const LETTERS = /\p{L}/gu;

/** Returns an error for each text, and each voice, in another language or script than its field. */
export function checkLanguages({ content, lineOf, matcher }: Omit<CheckContext, 'today'>): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const report = (file: string, path: EntryText['path'], reason: string, advice: string) =>
    findings.push({ severity: 'error', file: `faq/${file}`, line: lineOf(file, path), reason, advice });
  const languageOf = (text: string, expected: WrittenLocale) => foreignLanguage(text, expected, matcher);
  for (const [id, entry] of content.entries) {
    for (const { path, locale, text, field } of entryTexts(entry)) {
      const file = `${entry.group}/${id}.yaml`;
      const found = languageOf(text, locale);
      if (found) report(file, path, `${field}.${locale} is written in ${found}`, `write it in ${locale}`);
      const traditional = locale === 'zh' ? traditionalCharacters(text) : '';
      if (traditional)
        report(file, path, `Traditional characters: ${traditional}`, 'write Simplified; Traditional is derived');
    }
  }
  for (const [id, phrasings] of content.phrasings) {
    for (const locale of ['zh', 'en', 'nl'] as const) {
      for (const [voice, texts] of Object.entries(phrasings[locale])) {
        const foreign = texts.filter((text) => languageOf(text, locale) !== undefined);
        if (texts.length < LEAST_PHRASINGS || foreign.length <= MOST_FOREIGN * texts.length) continue;
        const reason = `${foreign.length} of ${texts.length} phrasings of ${locale}.${voice} are in another language`;
        report(phrasingsPath(id, content), [locale, voice], reason, 'move them to the list of their language');
      }
    }
  }
  return findings;
}

/** Returns the language of the text where that is surely not the expected one. */
export function foreignLanguage(
  text: string,
  expected: WrittenLocale,
  matcher: CheckContext['matcher'],
): string | undefined {
  const letters = text.match(LETTERS)?.length ?? 0;
  const han = text.match(HAN)?.length ?? 0;
  if (expected === 'zh') return han === 0 && letters >= SHORTEST_LETTERS ? 'Latin script' : undefined;
  if (han > letters / 2) return 'zh';
  if (letters < SHORTEST_LETTERS) return undefined;
  const { language, probability } = detectLanguage(text.replace(HAN, ' '), matcher.languages);
  return language !== expected && probability >= SURE ? language : undefined;
}

/** Traditional characters, each followed by its Simplified form. */
const FOLDS = [...characterFolds()];
const TRADITIONAL = new Set(FOLDS.filter((_, at) => at % 2 === 0));

/** Returns the characters of the text that only Traditional Chinese writes. */
function traditionalCharacters(text: string): string {
  return [...text].filter((character) => TRADITIONAL.has(character)).join('');
}
