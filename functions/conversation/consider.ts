/** Understands a turn and decides what is to be done about it, before anything is said. Pure. */
import type { Catalogue } from '../catalogue/open.ts';
import { type Decision, decide } from './decide.ts';
import { type Mentions, mentionFinder } from './mentions.ts';
import type { Turn } from './reply.ts';
import { type Understanding, understand } from './understand.ts';

/** A turn that was understood and decided, and not said yet. */
export interface Considered {
  readonly turn: Turn;
  readonly understanding: Understanding;
  readonly decision: Decision;
}

/** Returns what a turn means, and what is to be done about it. */
export function consider(turn: Turn, catalogue: Catalogue): Considered {
  const { text, previous, askedLocale } = turn;
  const expected = previous?.questionLocale ?? (askedLocale === undefined ? undefined : languageOf(askedLocale));
  const understanding = understand(
    text,
    {
      ...(expected && expected !== 'und' && { expectedLanguage: languageOf(expected) }),
      ...(previous && { previous }),
    },
    catalogue,
    finderOf(catalogue),
  );
  return { turn, understanding, decision: decide(understanding, previous) };
}

function languageOf(locale: string): string {
  return locale.split('-')[0] ?? locale;
}

const finders = new WeakMap<Catalogue, (text: string) => Mentions>();

/** The finder is built once a catalogue: it indexes the names. */
function finderOf(catalogue: Catalogue): (text: string) => Mentions {
  const finder = finders.get(catalogue) ?? mentionFinder(catalogue.slots, catalogue.matcher.lexicon.spelling.isInUse);
  finders.set(catalogue, finder);
  return finder;
}
