import { describe, expect, it } from 'vitest';
import { parseContent } from '../../functions/catalogue/parse.ts';
import { verbatimOf } from '../../functions/matching/verbatim.ts';
import { checkRanking } from '../../tools/faq/check-ranking.ts';
import { lineReader } from '../../tools/faq/positions.ts';
import { projectFiles, projectMatcher } from './project-content.ts';

describe('phrasings that the matcher gives to another entry', () => {
  const path = 'choosing/price.phrasings.yaml';
  const foreign = projectFiles.find((file) => file.path === 'changing/lost-stolen.phrasings.yaml')?.text ?? '';

  /** Returns what is said of the entry on prices when the first `count` lines of every list are about theft. */
  function rankingOf(count: number, matcher = projectMatcher) {
    const strange = foreign.match(/^ {4}- .*$/gm) ?? [];
    let seen = 0;
    const mixed = (text: string) =>
      text.replace(/^ {4}- .*$/gm, (line) => (seen < count ? (strange[seen++] ?? line) : line));
    const files = projectFiles.map((file) => (file.path === path ? { path, text: mixed(file.text) } : file));
    const context = { content: parseContent(files), lineOf: lineReader(files), matcher };
    return checkRanking(context).map(({ severity, file, reason }) => `${severity} ${file} ${reason}`);
  }

  it('are told as an error where they are more than a tenth', () => {
    expect(rankingOf(60)).toEqual([
      expect.stringMatching(/^error faq\/choosing\/price.phrasings.yaml (?:5|6)\d of \d+ .* → lost-stolen/),
    ]);
  });

  it('are told as a warning where they are some, and not at all where they are one or two', () => {
    expect(rankingOf(6)).toEqual([expect.stringMatching(/^warning faq\/choosing\/price.phrasings.yaml [4-7] of /)]);
    expect(rankingOf(2)).toEqual([]);
  });

  it('are told though the matcher knows them word for word', () => {
    const label = projectMatcher.classes.indexOf('price');
    const lines = foreign.match(/(?<=^ {4}- ).*$/gm) ?? [];
    const claimed = lines.map((text) => ({ text, locale: 'en', label }));
    const matcher = { ...projectMatcher, verbatim: verbatimOf(claimed, projectMatcher.lexicon.folds) };
    expect(rankingOf(60, matcher)).toEqual(rankingOf(60));
  });
});
