/** Checks what an entry points to: entries, operators, phones, sources and addresses, and when it was reviewed. */
import { addDays } from 'date-fns/addDays';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import type { EntryFile } from '../../functions/catalogue/content.ts';
import type { CheckContext } from './check-content.ts';
import { entryTexts } from './entry-texts.ts';
import { factsOf } from './facts.ts';
import type { CheckFinding, Severity } from './finding.ts';
import type { ValuePath } from './positions.ts';

/** Prices and terms of operators change a few times a year; money and legal topics are worse when wrong. */
const REVIEW_DAYS = { ordinary: 365, moneyOrLegal: 180 } as const;

type Report = (path: ValuePath, reason: string, advice: string, severity?: Severity) => void;

/** Returns what points nowhere, lacks a source or is past its review date. */
export function checkReferences(context: Omit<CheckContext, 'matcher'>): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const reporter =
    (file: string): Report =>
    (path, reason, advice, severity = 'error') => {
      findings.push({ severity, file: `faq/${file}`, line: context.lineOf(file, path), reason, advice });
    };
  for (const [id, entry] of context.content.entries) {
    const report = reporter(`${entry.group}/${id}.yaml`);
    checkIds(id, entry, context, report);
    checkSources(entry, context, report);
    checkReviewDate(entry, context.today, report);
  }
  for (const [id, { website, sources }] of Object.entries(context.content.operators)) {
    const report = reporter('operators.yaml');
    if (website && !website.startsWith('https://')) report([id, 'website'], `${website} is not https`, 'use https://');
    reportUnknown(sources, context.content.sources, (at) => [id, 'sources', at], report);
  }
  context.content.support.channels.forEach(({ url }, at) => {
    if (url && !/^(?:https:\/\/|mailto:|tel:)/.test(url))
      reporter('support.yaml')(['channels', at, 'url'], `${url} is not https`, 'use https://');
  });
  return findings;
}

function checkIds(id: string, entry: EntryFile, { content }: Pick<CheckContext, 'content'>, report: Report): void {
  entry.related.forEach((related, at) => {
    const path = ['related', at];
    if (related === id) report(path, 'the entry is related to itself', 'remove it');
    else if (!content.entries.has(related)) report(path, `there is no entry ${related}`, 'correct or remove the id');
    if (entry.related.indexOf(related) < at) report(path, `${related} stands twice`, 'remove one');
  });
  for (const kind of ['operators', 'devices'] as const) {
    for (const key of Object.keys(entry[kind] ?? {})) {
      if (!(key in content[kind]))
        report([kind, key], `faq/${kind}.yaml has no ${key}`, `correct the id, or add it to faq/${kind}.yaml`);
    }
  }
}

function checkSources(entry: EntryFile, { content }: Pick<CheckContext, 'content'>, report: Report): void {
  reportUnknown(entry.sources, content.sources, (at) => ['sources', at], report);
  if (entry.sources.length > 0) return;
  const subject = [entry.topic.money && 'money', entry.topic.legal && 'law'].filter(Boolean).join(' and ');
  if (subject)
    report(['topic'], `speaks of ${subject} without a source`, 'add the source to sources, or drop the claim');
  const price = entryTexts(entry).find(({ text }) => [...factsOf(text)].some((fact) => fact.startsWith('price:')));
  if (price && !subject) report(price.path, 'states a price without a source', 'add the source to sources, or drop it');
}

function reportUnknown(
  sources: readonly string[],
  known: Readonly<Record<string, string>>,
  pathOf: (at: number) => ValuePath,
  report: Report,
): void {
  sources.forEach((source, at) => {
    if (!(source in known))
      report(pathOf(at), `faq/sources.yaml has no ${source}`, 'correct the id, or add the source');
  });
}

function checkReviewDate({ reviewed, topic }: EntryFile, today: string, report: Report): void {
  const days = topic.money || topic.legal ? REVIEW_DAYS.moneyOrLegal : REVIEW_DAYS.ordinary;
  const due = formatISO(addDays(parseISO(reviewed), days), { representation: 'date' });
  if (due < today)
    report(
      ['reviewed'],
      `review was due on ${due}`,
      'check the facts against the sources, then set the date',
      'warning',
    );
}
