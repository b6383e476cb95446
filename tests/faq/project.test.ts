import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseContent } from '../../functions/catalogue/parse.ts';
import { followUpsOf } from '../../functions/catalogue/train-matcher.ts';
import { readSources } from '../../tools/compiled.ts';
import { placedPhrasings } from '../../tools/faq/check-phrasings.ts';
import { findingLine } from '../../tools/faq/finding.ts';
import { jsonSchemas } from '../../tools/faq/json-schemas.ts';
import { runChecks } from '../../tools/faq/run-checks.ts';
import { PROJECT_ROOT } from '../../tools/read-content.ts';
import { normalisedAs } from './normalised-as.ts';
import { projectFiles } from './project-content.ts';

const content = parseContent(projectFiles);
const data = (name: string) => readFileSync(join(PROJECT_ROOT, 'tests/data', name), 'utf8');

describe('the content that is published', () => {
  it('has an entry for every topic, in its group', () => {
    const [, ...rows] = data('topics.tsv').trimEnd().split('\n');
    const topics = rows.map((row) => row.split('\t').slice(0, 2).join(' in '));
    const entries = [...content.entries].map(([id, { group }]) => `${id} in ${group}`);
    expect(rows).toHaveLength(84);
    expect(entries).toEqual(expect.arrayContaining(topics));
  });

  it('passes every check without an error', () => {
    const errors = runChecks(readSources(), '2026-11-25').filter(({ severity }) => severity === 'error');
    expect(errors.map(findingLine)).toEqual([]);
  });

  it('has JSON Schemas that are current', () => {
    const current = jsonSchemas();
    const written = current.map(({ path }) => ({ path, text: readFileSync(join(PROJECT_ROOT, 'faq', path), 'utf8') }));
    expect(written).toEqual(current);
  });

  it('names a schema that exists at the top of every content file', () => {
    const names = jsonSchemas().map(({ path }) => path.slice('schema/'.length));
    const named = projectFiles.map(
      ({ text }) => /^# yaml-language-server: \$schema=\.{1,2}\/schema\/(.*)$/m.exec(text)?.[1],
    );
    expect(new Set(named)).toEqual(new Set(names));
  });
});

describe('the questions that quality is measured with', () => {
  it.each([
    ['dev.tsv', ['text']],
    ['followups.tsv', ['turn1', 'turn2']],
    ['followups-more.tsv', ['turn2']],
    ['langid.tsv', ['text']],
  ])('are none of the phrasings and follow-ups: %s', (name, columns) => {
    const questions = new Set(questionTexts(name, columns).map(normalisedAs));
    const learned = [...placedPhrasings(content), ...followUpsOf(content)];
    const copied = learned.filter(({ text }) => questions.has(normalisedAs(text)));
    expect(questions.size).toBeGreaterThan(30);
    expect(copied.map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
  });
});

function questionTexts(name: string, columns: readonly string[]): readonly string[] {
  const [head = '', ...rows] = data(name).trimEnd().split('\n');
  const places = columns.map((column) => head.split('\t').indexOf(column));
  return rows.flatMap((row) => places.map((at) => row.split('\t')[at] ?? ''));
}
