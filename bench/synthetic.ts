/** A catalogue of any size, made by a seeded generator from the words of real phrasings. */
import { groupBy, type Phrasing } from './engine.ts';
import { words } from './words.ts';

/** As many ways of asking as an entry of a grown catalogue has. */
export const PHRASINGS_PER_ENTRY = 20;

/** What an entry is about, besides the words that all entries share. */
const TOPIC_WORDS = 5;
/** Share of a phrasing's words that are about the topic. */
const TOPIC_SHARE = 0.4;
const MOST_WORDS = 12;

interface Voice {
  readonly locale: string;
  /** The words of each real phrasing: the frame that topic words are put into. */
  readonly frames: readonly (readonly string[])[];
  readonly vocabulary: readonly string[];
}

/**
 * Returns entries with 20 phrasings each, languages in turn, until there are `count`, and one unseen phrasing for
 * each of `questionCount` entries spread over all. The same input gives the same catalogue.
 */
export function syntheticCatalogue(
  real: readonly Phrasing[],
  count: number,
  questionCount: number,
): { readonly phrasings: readonly Phrasing[]; readonly questions: readonly Phrasing[] } {
  const voices = [...groupBy(real, ({ locale }) => locale)].map(([locale, own]) => voiceOf(locale, own));
  const entryCount = Math.ceil(count / PHRASINGS_PER_ENTRY);
  const phrasings: Phrasing[] = [];
  const questions: Phrasing[] = [];
  for (let entry = 0; entry < entryCount; entry += 1) {
    const random = randomSequence(entry + 1);
    const topics = voices.map(({ vocabulary }) => Array.from({ length: TOPIC_WORDS }, () => pick(vocabulary, random)));
    const write = (turn: number): Phrasing => {
      const at = turn % voices.length;
      const voice = voices[at] ?? { locale: '', frames: [], vocabulary: [] };
      return { id: `entry-${entry}`, locale: voice.locale, text: phrase(voice, topics[at] ?? [], random) };
    };
    for (let turn = 0; turn < PHRASINGS_PER_ENTRY && phrasings.length < count; turn += 1) phrasings.push(write(turn));
    const isAsked =
      Math.floor((entry * questionCount) / entryCount) !== Math.floor(((entry + 1) * questionCount) / entryCount);
    if (isAsked) questions.push(write(entry));
  }
  return { phrasings, questions };
}

function voiceOf(locale: string, own: readonly Phrasing[]): Voice {
  const frames = own.map(({ text }) => words(text).slice(0, MOST_WORDS)).filter(({ length }) => length > 0);
  return { locale, frames, vocabulary: [...new Set(frames.flat())] };
}

function phrase({ locale, frames }: Voice, topic: readonly string[], random: () => number): string {
  const frame = pick(frames, random);
  // One topic word at least, or the phrasing would be about nothing.
  const always = Math.floor(random() * frame.length);
  const text = frame.map((word, at) => (at === always || random() < TOPIC_SHARE ? pick(topic, random) : word));
  return text.join(locale === 'zh' ? '' : ' ');
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** Mulberry32 (Tommy Ettinger): a reproducible sequence of numbers from 0 up to 1. */
function randomSequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
