/** Trains the matcher of a catalogue from its phrasings. Runs when a catalogue is published. */
import { type Calibration, UNCALIBRATED } from '../matching/calibration.ts';
import { buildCentroids } from '../matching/centroids.ts';
import type { TrainedMatcher } from '../matching/codec.ts';
import { OTHER_LANGUAGE, withAccents } from '../matching/language.ts';
import { EMPTY_LEXICON, type LexiconData, openLexicon } from '../matching/lexicon.ts';
import { normalise } from '../matching/normalise.ts';
import { spellingData } from '../matching/spelling.ts';
import { type TrainingOptions, trainClassifier } from '../matching/train.ts';
import { verbatimOf } from '../matching/verbatim.ts';
import { buildVocabulary, type Example, type VocabularyOptions } from '../matching/vocabulary.ts';
import { subjectOf } from './catalogue.ts';
import { type Content, WRITTEN_LOCALES } from './content.ts';
import { distinctSamples, type LanguageSample, languageSamples } from './language-samples.ts';
import { SCRIPTS, stem } from './languages.ts';
import { commonCharacters, soundsOf } from './sounds.ts';
import { characterFolds } from './traditional.ts';
import { type Asides, afterAnything, typedInSyllables, withAsides, withCourtesies } from './variants.ts';

/** In the order of TERM_KINDS. Measured in docs/matching.md. */
const KIND_WEIGHTS = [0, 1, 0.6, 0.3, 1, 1, 0.3, 0.3, 0.2, 1, 1, 0.6, 3];

interface Learning {
  readonly vocabulary: VocabularyOptions;
  readonly training: TrainingOptions;
}

const FROM_MANY: Learning = {
  vocabulary: { kindWeights: KIND_WEIGHTS, leastExamples: 3, rarity: { classes: 0.3, examples: 0.6 } },
  training: { epochs: 9, averaged: 4, learningRate: 1, dropout: 0.5, inertia: 0.03, leastWeight: 0.03 },
};

/** With ten examples an entry no term can be spared, its spread over the entries tells most, and passes cost little. */
const FROM_FEW: Learning = {
  vocabulary: { kindWeights: KIND_WEIGHTS, leastExamples: 1, rarity: { classes: 0.6, examples: 0 } },
  training: { ...FROM_MANY.training, epochs: 30, averaged: 1, inertia: 0.3, leastWeight: 0.002 },
};
const FEW_EXAMPLES = 5000;

/** A regression's training grows with examples times classes: from so many entries on, their centroids serve. */
const MANY_CLASSES = 1000;
/** Weights smaller than this share of a centroid's largest are dropped. */
const LEAST_OF_CENTROID = 0.01;

/** Words and letters only, a word as heavy as its letters together: "storing" must not fall to "-ing". */
const LANGUAGE_KIND_WEIGHTS = [6, 0, 0, 1];
/** A letter sequence seen in fewer than one of so many samples tells nothing, and costs memory. */
const LANGUAGE_SAMPLES_A_TERM = 4000;
const LANGUAGE_TRAINING: TrainingOptions = { ...FROM_MANY.training, epochs: 4, averaged: 1, leastWeight: 0.02 };

/** There are ten times as many phrasings in each spoken language as samples of all others together. */
const OTHER_LANGUAGE_WEIGHT = 4;

/** A phrasing with the class it trains, and the voice that wrote it. */
export interface Phrasing {
  readonly id: string;
  readonly locale: string;
  readonly voice: string;
  readonly text: string;
  /** What the turn before was about, for one that is only said then. */
  readonly before?: readonly string[];
}

/** Returns every phrasing of the content, the entries' own questions among them. */
export function phrasingsOf(content: Pick<Content, 'entries' | 'phrasings'>): readonly Phrasing[] {
  const all: Phrasing[] = [];
  for (const [id, file] of content.phrasings) {
    for (const locale of WRITTEN_LOCALES) {
      for (const [voice, texts] of Object.entries(file[locale])) {
        for (const text of texts) all.push({ id, locale, voice, text });
      }
    }
  }
  for (const [id, { question }] of content.entries) {
    for (const locale of WRITTEN_LOCALES) all.push({ id, locale, voice: 'question', text: question[locale] });
  }
  return all;
}

/** Returns what people say after an answer, each with what that was about. */
export function followUpsOf({ entries, followUps }: Pick<Content, 'entries' | 'followUps'>): readonly Phrasing[] {
  return [...followUps].flatMap(([id, file]) => {
    const before = subjectOf({ id, group: entries.get(id)?.group ?? '' });
    return WRITTEN_LOCALES.flatMap((locale) =>
      Object.entries(file[locale]).flatMap(([next, texts]) =>
        texts.map((text) => ({ id: next, locale, voice: 'follow-up', text, before })),
      ),
    );
  });
}

/** Samples of languages that are not spoken here, the terms that name a concept, and what is said beside the point. */
export interface LanguageKnowledge {
  readonly otherLanguages: readonly string[];
  readonly concepts: LexiconData['concepts'];
  readonly asides?: Asides;
  /** Fitted on held-out voices; without it the model's own probability is the confidence. */
  readonly calibration?: Calibration;
}

/**
 * The voice of words that mean an entry where they are all that is typed ("refund"). They are known word for word and
 * train nothing: in a sentence, such a word alone decides too much. Measured in docs/matching.md.
 */
export const KEYWORDS = 'keywords';

/** Returns the matcher that the phrasings train: the same phrasings give the same matcher, bit for bit. */
export function trainMatcher(all: readonly Phrasing[], knowledge: LanguageKnowledge): TrainedMatcher {
  const phrasings = all.filter(({ voice }) => voice !== KEYWORDS);
  const lexicon = lexiconData(knowledge);
  const open = openLexicon(lexicon, stem);
  const classes = [...new Set(phrasings.map(({ id }) => id))].sort();
  const numbers = new Map(classes.map((id, label) => [id, label]));
  const exampleOf = ({ text, locale, id, before }: Phrasing): Example => ({
    text,
    locale,
    label: numbers.get(id) ?? 0,
    ...(before && { before }),
  });
  const examples = phrasings.map(exampleOf);
  const learning = examples.length < FEW_EXAMPLES ? FROM_FEW : FROM_MANY;
  const vocabulary = buildVocabulary(examples, open, learning.vocabulary);
  const weights =
    classes.length < MANY_CLASSES
      ? trainClassifier(
          [
            ...examples,
            ...typedInSyllables(examples, open),
            ...withAsides(examples, classes, knowledge.asides ?? {}),
            ...withCourtesies(examples, classes),
            ...afterAnything(examples, classes),
          ],
          classes.length,
          vocabulary,
          open,
          learning.training,
        )
      : buildCentroids(examples, classes.length, vocabulary, open, LEAST_OF_CENTROID);
  const normalised = phrasings.map(({ text, locale }) => ({ text: normalise(text, open.folds), locale }));
  return {
    classes,
    // Not for learning: a rare word of a phrasing was meant as it stands.
    lexicon: { ...lexicon, spelling: spellingData(normalised) },
    vocabulary,
    weights,
    verbatim: verbatimOf(all.map(exampleOf), open.folds),
    languages: trainLanguages(phrasings, knowledge, lexicon),
    calibration: knowledge.calibration ?? UNCALIBRATED,
  };
}

function lexiconData({ concepts }: LanguageKnowledge): LexiconData {
  const folds = characterFolds();
  const normalised = Object.fromEntries(
    Object.entries(concepts).map(([concept, terms]) => [
      concept,
      [...new Set(terms.map((term) => normalise(term, EMPTY_LEXICON.folds)))],
    ]),
  );
  return { folds, sounds: soundsOf(commonCharacters()), syllabicLocale: SCRIPTS.Han, concepts: normalised };
}

function trainLanguages(
  phrasings: readonly Phrasing[],
  { otherLanguages }: LanguageKnowledge,
  lexicon: LexiconData,
): TrainedMatcher['languages'] {
  const languages = [...new Set(phrasings.map(({ locale }) => locale)), OTHER_LANGUAGE];
  const samples = [
    ...distinctSamples(otherLanguages, phrasings).flatMap((text) => repeated({ text, language: OTHER_LANGUAGE })),
    ...languageSamples(phrasings, lexicon),
  ];
  const examples = samples.map(
    ({ text, language }): Example => ({
      text: withAccents(text),
      locale: '',
      label: languages.indexOf(language),
    }),
  );
  const vocabulary = buildVocabulary(examples, EMPTY_LEXICON, {
    kindWeights: LANGUAGE_KIND_WEIGHTS,
    leastExamples: Math.ceil(samples.length / LANGUAGE_SAMPLES_A_TERM),
    rarity: { classes: 0, examples: 1 },
  });
  const weights = trainClassifier(examples, languages.length, vocabulary, EMPTY_LEXICON, LANGUAGE_TRAINING);
  return { languages, vocabulary, weights, scripts: SCRIPTS };
}
function repeated(sample: LanguageSample): LanguageSample[] {
  return new Array<LanguageSample>(OTHER_LANGUAGE_WEIGHT).fill(sample);
}
