/** Understands what steers a conversation and asks nothing: "the second", "none of these", "why?". */
import type { Catalogue } from '../catalogue/open.ts';
import { type CharacterFolds, normalise } from '../matching/normalise.ts';
import type { LanguagePack } from './language-pack.ts';
import type { PreviousTurn } from './understand.ts';

export interface Steering {
  readonly relation: 'pick' | 'none-of-these' | 'more-of-the-same';
  /** The entry that is picked, or asked more about. */
  readonly chosen?: string;
}

/** Returns what a text says of the turn before, or undefined where it is not one of the pack's turns of phrase. */
export function steering(
  text: string,
  previous: PreviousTurn,
  pack: LanguagePack,
  { entries, matcher }: Catalogue,
): Steering | undefined {
  const { folds } = matcher.lexicon;
  const plain = normalise(text, folds);
  const said = [plain, withoutFillers(plain, pack, folds)];
  const says = (phrases: readonly string[]) => phrases.some((phrase) => said.includes(normalise(phrase, folds)));
  if (previous.kind === 'suggestions') {
    const offered = previous.candidates;
    const chosen = says(pack.last) ? offered.at(-1) : offered[pack.picks.findIndex(says)];
    // What was offered may be gone since.
    if (chosen && entries.has(chosen)) return { relation: 'pick', chosen };
    if (says(pack.noneOfThese)) return { relation: 'none-of-these' };
  }
  if (previous.kind === 'answer' && previous.match && entries.has(previous.match) && says(pack.moreOfTheSame)) {
    return { relation: 'more-of-the-same', chosen: previous.match };
  }
  return undefined;
}

const HAN = /\p{Script=Han}/u;

/** A Latin filler is words of its own; a Chinese one has no borders to stand between. */
function withoutFillers(plain: string, { fillers }: LanguagePack, folds: CharacterFolds): string {
  return fillers
    .map((filler) => normalise(filler, folds))
    .reduce(
      (rest, filler) => (HAN.test(filler) ? rest.replaceAll(filler, '') : ` ${rest} `.replaceAll(` ${filler} `, ' ')),
      plain,
    )
    .replace(/ +/g, ' ')
    .trim();
}
