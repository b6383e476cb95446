/** Runs every check of the content. */
import type { Content } from '../../functions/catalogue/content.ts';
import type { Matcher } from '../../functions/matching/matcher.ts';
import { checkFacts } from './check-facts.ts';
import { checkFollowUps } from './check-follow-ups.ts';
import { checkLanguages } from './check-languages.ts';
import { checkMarkdown } from './check-markdown.ts';
import { checkPhrasings } from './check-phrasings.ts';
import { checkRanking } from './check-ranking.ts';
import { checkReferences } from './check-references.ts';
import { checkSignatures } from './check-signatures.ts';
import { type CheckFinding, sortFindings } from './finding.ts';
import type { LineOf } from './positions.ts';

export interface CheckContext {
  readonly content: Content;
  readonly lineOf: LineOf;
  /** The matcher that the content trains. */
  readonly matcher: Matcher;
  /** ISO date. */
  readonly today: string;
}

const CHECKS = [
  checkSignatures,
  checkFacts,
  checkLanguages,
  checkMarkdown,
  checkReferences,
  checkPhrasings,
  checkFollowUps,
  checkRanking,
] as const;

/** Returns what is wrong in content that can be parsed, by file and line. */
export function checkContent(context: CheckContext): readonly CheckFinding[] {
  return sortFindings(CHECKS.flatMap((check) => check(context)));
}
