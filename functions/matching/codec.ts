/** Writes a trained matcher as bytes and reads it back, without copying the large arrays. */
import type { Calibration } from './calibration.ts';
import type { LanguageModel } from './language.ts';
import { type LexiconData, openLexicon, type Stem } from './lexicon.ts';
import { startsOf, type Vocabulary, type Weights } from './linear.ts';
import type { Matcher } from './matcher.ts';

/** A matcher with its lexicon as data, so that it can be written. */
export interface TrainedMatcher extends Omit<Matcher, 'lexicon'> {
  readonly lexicon: LexiconData;
}

interface Header {
  readonly classes: readonly string[];
  readonly lexicon: LexiconData;
  readonly calibration: Calibration;
  readonly languages: readonly string[];
  readonly scripts: LanguageModel['scripts'];
  readonly models: readonly ModelHeader[];
  /** How many phrasings are known word for word; versions of older code know none. */
  readonly verbatim?: number;
}

interface ModelHeader {
  readonly terms: number;
  readonly cells: number;
  readonly classCount: number;
  readonly scale: number;
  readonly kindWeights: readonly number[];
}

const ALIGNMENT = 4;

/** Returns the bytes of a matcher; readMatcher is its inverse. */
export function writeMatcher(trained: TrainedMatcher): Uint8Array {
  const { classes, lexicon, calibration, languages, verbatim } = trained;
  const models: [Vocabulary, Weights][] = [
    [trained.vocabulary, trained.weights],
    [languages.vocabulary, languages.weights],
  ];
  const header: Header = {
    classes,
    lexicon,
    calibration,
    languages: languages.languages,
    scripts: languages.scripts,
    models: models.map(([vocabulary, weights]) => ({
      terms: vocabulary.hashes.length,
      cells: weights.classes.length,
      classCount: weights.bias.length,
      scale: weights.scale,
      kindWeights: vocabulary.kindWeights,
    })),
    verbatim: verbatim.hashes.length,
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const arrays = models.flatMap(([{ hashes, rarities }, { offsets, classes: labels, values, bias }]) => [
    hashes,
    rarities,
    offsets,
    bias,
    labels,
    values,
  ]);
  const parts = [Uint32Array.of(json.length), json, ...arrays, verbatim.hashes, verbatim.classes].map(
    (array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
  );
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + aligned(part.length), 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += aligned(part.length);
  }
  return bytes;
}

/** Returns the matcher that writeMatcher wrote. */
export function readMatcher(bytes: Uint8Array, stem: Stem): Matcher {
  // Typed arrays need an aligned start, which a slice of a larger buffer may not have.
  const { buffer, byteOffset } = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice();
  let at = byteOffset;
  const take = <T>(
    length: number,
    bytesEach: number,
    view: (buffer: ArrayBufferLike, at: number, length: number) => T,
  ): T => {
    const array = view(buffer, at, length);
    at += aligned(length * bytesEach);
    return array;
  };
  const [headerLength = 0] = take(1, 4, (b, o, n) => new Uint32Array(b, o, n));
  const json = take(headerLength, 1, (b, o, n) => new Uint8Array(b, o, n));
  const header = JSON.parse(new TextDecoder().decode(json)) as Header;
  const [entries, languages] = header.models.map(({ terms, cells, classCount, scale, kindWeights }) => {
    const hashes = take(terms, 4, (b, o, n) => new Uint32Array(b, o, n));
    const rarities = take(terms, 4, (b, o, n) => new Float32Array(b, o, n));
    const offsets = take(terms + 1, 4, (b, o, n) => new Uint32Array(b, o, n));
    const bias = take(classCount, 4, (b, o, n) => new Float32Array(b, o, n));
    const classes = take(cells, 2, (b, o, n) => new Uint16Array(b, o, n));
    const values = take(cells, 1, (b, o, n) => new Int8Array(b, o, n));
    return {
      vocabulary: { hashes, rarities, kindWeights, starts: startsOf(hashes) },
      weights: { offsets, classes, values, scale, bias },
    };
  });
  if (!entries || !languages) throw new Error('The matcher holds no models.');
  const { verbatim: known = 0 } = header;
  const verbatim = {
    hashes: take(known, 4, (b, o, n) => new Uint32Array(b, o, n)),
    classes: take(known, 2, (b, o, n) => new Uint16Array(b, o, n)),
  };
  return {
    classes: header.classes,
    lexicon: openLexicon(header.lexicon, stem),
    calibration: header.calibration,
    verbatim,
    languages: { languages: header.languages, scripts: header.scripts, ...languages },
    ...entries,
  };
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}
