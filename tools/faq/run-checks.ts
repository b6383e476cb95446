/** Checks content files, whether or not they can be parsed. */
import { openCatalogue } from '../../functions/catalogue/open.ts';
import { ContentError, parseContent } from '../../functions/catalogue/parse.ts';
import { compiled, type Sources } from '../compiled.ts';
import { checkContent } from './check-content.ts';
import { type CheckFinding, sortFindings } from './finding.ts';
import { lineReader } from './positions.ts';

/** Returns what is wrong in the files on that day (ISO date). What cannot be parsed hides the finer checks. */
export function runChecks(sources: Sources, today: string): readonly CheckFinding[] {
  try {
    const content = parseContent(sources.faq);
    const { matcher } = openCatalogue({ ...compiled(sources), version: 0 });
    return checkContent({ content, lineOf: lineReader(sources.faq), matcher, today });
  } catch (error) {
    if (error instanceof ContentError) return sortFindings(error.findings.map(unparsed));
    throw error;
  }
}

function unparsed({ file, line, message }: ContentError['findings'][number]): CheckFinding {
  const missing = /(?:^|\.)(zh|en|nl)\b.*(?:received undefined|>=1)/.exec(message)?.[1];
  return {
    severity: 'error',
    file: `faq/${file}`,
    line,
    reason: message,
    advice: missing ? `write the text in ${missing} too` : 'correct the file; docs/editors.md shows what goes where',
  };
}
