/** Tells the language of a text, down to two characters, by its script, its letters and what is known beforehand. */
import { EMPTY_LEXICON } from './lexicon.ts';
import { scoresOf, softmaxInPlace, type Vocabulary, vectorOf, type Weights } from './linear.ts';

/** The name of every language that is not spoken here. */
export const OTHER_LANGUAGE = 'other';

export interface LanguageModel {
  /** Languages by class number, OTHER_LANGUAGE among them. */
  readonly languages: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly weights: Weights;
  /** A Unicode script that only one spoken language uses, by script name. */
  readonly scripts: Readonly<Record<string, string>>;
}

export interface Detection {
  /** BCP 47 of a spoken language, or OTHER_LANGUAGE. */
  readonly language: string;
  /** Probability (0–1) of that language. */
  readonly probability: number;
  /** What decided: a script, the letters, or nothing but what was known beforehand. */
  readonly evidence: 'script' | 'letters' | 'prior';
}

const LETTER = /\p{L}/u;
const LETTERS = /\p{L}/gu;

/** Weight (log odds) of what the page or the conversation so far suggests; a clear text overrules it. */
const PRIOR_LOG_ODDS = 1.2;

/** One or two words are shared by too many languages ("no internet") to be sure of another on little evidence. */
const FEW_WORDS = 2;
const FEW_WORDS_DOUBT = 1;

/** Returns the language of the text. `expected` is the language of the page or conversation so far, if there is one. */
export function detectLanguage(text: string, model: LanguageModel, expected?: string): Detection {
  const prior: Detection = { language: expected ?? OTHER_LANGUAGE, probability: 0.5, evidence: 'prior' };
  if (!LETTER.test(text)) return prior;
  const ours = inOurScripts(text, model.scripts);
  const byScript = scriptLanguage(ours, model.scripts);
  if (byScript) return { language: byScript, probability: 1, evidence: 'script' };
  const vector = vectorOf({ text: withAccents(ours), locale: '' }, EMPTY_LEXICON, model.vocabulary);
  if (vector.terms.length === 0) return prior;
  const scores = scoresOf(vector, model.weights);
  const at = expected === undefined ? -1 : model.languages.indexOf(expected);
  if (at >= 0) scores[at] = (scores[at] ?? 0) + PRIOR_LOG_ODDS;
  const other = model.languages.indexOf(OTHER_LANGUAGE);
  if (other >= 0 && wordsOf(ours).length <= FEW_WORDS) scores[other] = (scores[other] ?? 0) - FEW_WORDS_DOUBT;
  softmaxInPlace(scores);
  let best = 0;
  scores.forEach((score, label) => {
    if (score > (scores[best] ?? 0)) best = label;
  });
  return { language: model.languages[best] ?? OTHER_LANGUAGE, probability: scores[best] ?? 0, evidence: 'letters' };
}

function wordsOf(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

/**
 * Returns the text without its words in a script that nobody here reads, where the others are the greater part of it: who
 * writes most of a sentence in English reads English. Else the text as it is.
 */
function inOurScripts(text: string, scripts: LanguageModel['scripts']): string {
  const { foreign } = patternsOf(scripts);
  if (!foreign.test(text)) return text;
  const ours = wordsOf(text).filter((word) => !foreign.test(word) && LETTER.test(word));
  const rest = ours.join(' ');
  return ours.length > FEW_WORDS && 2 * lettersIn(rest) >= lettersIn(text) ? rest : text;
}

function lettersIn(text: string): number {
  return text.match(LETTERS)?.length ?? 0;
}

/**
 * Returns the text with a word of its own for every accented letter: the matcher folds accents away, but they tell
 * languages apart. Training uses it too.
 */
export function withAccents(text: string): string {
  const marks = text.normalize('NFKC').match(ACCENTED) ?? [];
  return `${text} ${marks.map((letter) => `accent${letter.codePointAt(0)}`).join(' ')}`;
}

const ACCENTED = /(?![A-Za-z])\p{Script=Latin}/gu;

function scriptLanguage(text: string, scripts: LanguageModel['scripts']): string | undefined {
  const { foreign, own, each } = patternsOf(scripts);
  if (foreign.test(text)) return OTHER_LANGUAGE;
  const letter = own.exec(text)?.[0];
  return letter === undefined ? undefined : each.find(({ pattern }) => pattern.test(letter))?.language;
}

interface ScriptPatterns {
  /** A letter that is neither Latin nor of a spoken language's own script. */
  readonly foreign: RegExp;
  /** A letter of such a script. */
  readonly own: RegExp;
  readonly each: readonly { readonly pattern: RegExp; readonly language: string }[];
}

const patterns = new WeakMap<LanguageModel['scripts'], ScriptPatterns>();

function patternsOf(scripts: LanguageModel['scripts']): ScriptPatterns {
  const known = patterns.get(scripts);
  if (known) return known;
  const own = Object.keys(scripts).map(scriptClass).join('');
  const made = {
    foreign: new RegExp(`(?=\\p{L})[^${scriptClass('Latin')}${own}]`, 'u'),
    own: new RegExp(`(?=\\p{L})[${own}]`, 'u'),
    each: Object.entries(scripts).map(([script, language]) => ({
      pattern: new RegExp(scriptClass(script), 'u'),
      language,
    })),
  };
  patterns.set(scripts, made);
  return made;
}

function scriptClass(script: string): string {
  return `\\p{Script=${script}}`;
}
