/** Checks that the languages of an entry state the same facts. */
import { type EntryFile, WRITTEN_LOCALES, type WrittenLocale } from '../../functions/catalogue/content.ts';
import type { CheckContext } from './check-content.ts';
import { type EntryText, entryTexts } from './entry-texts.ts';
import { type Fact, factsOf, menuDepths } from './facts.ts';
import type { CheckFinding } from './finding.ts';
import { saysInWords } from './number-words.ts';

interface Part {
  readonly file: string;
  readonly texts: readonly EntryText[];
}

/** Facts are compared over the running text as a whole, and note by note: languages may order a text differently. */
export function checkFacts({ content, lineOf }: Pick<CheckContext, 'content' | 'lineOf'>): readonly CheckFinding[] {
  const findings: CheckFinding[] = [];
  const brands = brandFinder(content.operators);
  for (const [id, entry] of content.entries) {
    const file = `${entry.group}/${id}.yaml`;
    for (const texts of partsOf(entry)) {
      const part = { file, texts };
      findings.push(...differences(part, brands, lineOf), ...pathDifferences(part, lineOf));
    }
  }
  return findings;
}

function partsOf(entry: EntryFile): readonly (readonly EntryText[])[] {
  const parts = new Map<string, EntryText[]>();
  for (const text of entryTexts(entry)) {
    if (text.field.startsWith('links.')) continue;
    const part = /^(?:operators|devices)\./.test(text.field) ? text.field : 'body';
    parts.set(part, [...(parts.get(part) ?? []), text]);
  }
  return [...parts.values()];
}

type FactsIn = (text: string) => ReadonlySet<Fact>;

function differences({ file, texts }: Part, brands: FactsIn, lineOf: CheckContext['lineOf']): CheckFinding[] {
  const stated = new Map<Fact, Map<WrittenLocale, EntryText>>();
  for (const text of texts) {
    for (const fact of [...factsOf(text.text), ...brands(text.text)]) {
      const places = stated.get(fact) ?? new Map<WrittenLocale, EntryText>();
      if (!places.has(text.locale)) places.set(text.locale, text);
      stated.set(fact, places);
    }
  }
  const findings: CheckFinding[] = [];
  for (const [fact, places] of stated) {
    const missing = WRITTEN_LOCALES.filter((locale) => !places.has(locale) && !inWords(fact, locale, texts));
    const [first] = places.values();
    // A note on an operator need not name it.
    if (missing.length === 0 || !first || first.field === fact.replace('operator:', 'operators.')) continue;
    const [kind, value] = [fact.slice(0, fact.indexOf(':')), fact.slice(fact.indexOf(':') + 1)];
    findings.push({
      severity: 'error',
      file: `faq/${file}`,
      line: lineOf(file, first.path),
      reason: `${kind} ${value} stands in ${[...places.keys()].join(' and ')} but not in ${missing.join(' and ')}`,
      advice: 'say the same in every language',
    });
  }
  return findings;
}

function inWords(fact: Fact, locale: WrittenLocale, texts: readonly EntryText[]): boolean {
  if (!fact.startsWith('number:')) return false;
  const own = texts.filter((text) => text.locale === locale).map(({ text }) => text);
  return saysInWords(fact.slice('number:'.length), own.join('\n'), locale);
}

function pathDifferences({ file, texts }: Part, lineOf: CheckContext['lineOf']): CheckFinding[] {
  const depths = (locale: WrittenLocale) =>
    texts
      .filter((text) => text.locale === locale)
      .flatMap(({ text }) => menuDepths(text))
      .sort((a, b) => a - b)
      .join(', ');
  const all = WRITTEN_LOCALES.map((locale) => [locale, depths(locale)] as const);
  if (all.every(([, depth]) => depth === all[0]?.[1])) return [];
  const withPath = texts.find(({ text }) => menuDepths(text).length > 0);
  return [
    {
      severity: 'error',
      file: `faq/${file}`,
      line: lineOf(file, withPath?.path ?? []),
      reason: `menu paths have other depths: ${all.map(([locale, depth]) => `${locale} ${depth || 'none'}`).join('; ')}`,
      advice: 'give the same menus in every language, as the phone shows them',
    },
  ];
}

/** Words that make a capital "Ben" the Dutch for "are". */
const VERB_BEHIND = String.raw`(?!\s(?:je|jij|ik|u)\b)`;

/** A brand is looked for as written: "ben" and "hi" are words in lower case. */
function brandFinder(operators: CheckContext['content']['operators']): FactsIn {
  const patterns = Object.entries(operators).map(([id, { name, names }]) => {
    const proper = WRITTEN_LOCALES.flatMap((locale) => names[locale]).filter((one) => /^[\p{Lu}\p{Lo}]/u.test(one));
    const source = [...new Set([name, ...proper])].map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
    const pattern = new RegExp(`(?<!\\p{Script=Latin})(?:${source})(?!\\p{Script=Latin})${VERB_BEHIND}`, 'u');
    return { id, pattern };
  });
  return (text) => new Set(patterns.filter(({ pattern }) => pattern.test(text)).map(({ id }) => `operator:${id}`));
}
