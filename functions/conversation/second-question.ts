/** Finds a second question in the same message: "can I get a refund, and how do I delete it?" */
import { type Matcher, type Ranked, type Ranking, rank } from '../matching/matcher.ts';
import { foldCharacters, normalise } from '../matching/normalise.ts';
import type { LanguagePack } from './language-pack.ts';

/** Both questions must be this sure (0–1) on their own: a story has many clauses, and one question. */
const SURE = 0.75;
const MOST_CLAUSES = 4;
const SHORTEST_CLAUSE = 4;
const HAN = /\p{Script=Han}/u;

/**
 * Returns the entry that answers another question of the text than the one `whole` answers, or undefined when it asks
 * one. The whole text decides which comes first: letting its first clause decide cost 2 % of stories their answer.
 */
export function secondQuestion(
  text: string,
  whole: Ranking,
  context: { language: string; pack: LanguagePack; matcher: Matcher },
): Ranked | undefined {
  const clauses = clausesOf(foldCharacters(text, context.matcher.lexicon.folds), context.pack);
  if (clauses.length < 2 || clauses.length > MOST_CLAUSES) return undefined;
  const best = whole.entries[0]?.id;
  const sure: (Ranked | undefined)[] = [];
  for (const [at, clause] of clauses.entries()) {
    const { confidence, entries } = rank(clause, context.language, context.matcher);
    if (confidence >= SURE) sure.push(entries[0]);
    // It takes two: once the rest is too few, ranking them tells nothing.
    if (sure.length + clauses.length - 1 - at < 2) return undefined;
  }
  if (!sure.some((entry) => entry?.id === best)) return undefined;
  return sure.find((entry) => entry?.id !== best);
}

/** Returns the parts between the ends of sentences, commas and the language's joints. */
export function clausesOf(text: string, pack: LanguagePack): readonly string[] {
  return text
    .split(borderOf(pack))
    .map((clause) => clause.trim())
    .filter((clause) => normalise(clause, new Map()).length >= SHORTEST_CLAUSE);
}

const borders = new WeakMap<LanguagePack, RegExp>();

function borderOf(pack: LanguagePack): RegExp {
  const known = borders.get(pack);
  if (known) return known;
  const words = pack.joints.filter((joint) => !HAN.test(joint)).map((joint) => `\\s${joint}\\s`);
  const characters = pack.joints.filter((joint) => HAN.test(joint));
  const border = new RegExp(['[?？!！。;；,，\\n]', '\\.\\s', ...words, ...characters].join('|'), 'iu');
  borders.set(pack, border);
  return border;
}
