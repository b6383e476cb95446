/** `npm run eval:voices [-- --folds 3] [--fit]`: quality on voices that the matcher never heard; `--fit` calibrates on them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languageKnowledge } from '../functions/catalogue/compile-sources.ts';
import { stem } from '../functions/catalogue/languages.ts';
import { parseContent } from '../functions/catalogue/parse.ts';
import {
  followUpsOf,
  KEYWORDS,
  type Phrasing,
  phrasingsOf,
  trainMatcher,
} from '../functions/catalogue/train-matcher.ts';
import { ANSWER_FROM } from '../functions/conversation/decide.ts';
import { CALIBRATION_SIGNS, fitCalibration, signsOf } from '../functions/matching/calibration.ts';
import { readMatcher, writeMatcher } from '../functions/matching/codec.ts';
import { INTENT_MARK, OUT_OF_SCOPE, type Ranking, rank } from '../functions/matching/matcher.ts';
import { readSources } from './compiled.ts';
import { PROJECT_ROOT } from './read-content.ts';

interface Heard {
  readonly phrasing: Phrasing;
  readonly ranking: Ranking;
}

const { values } = parseArgs({ options: { folds: { type: 'string', default: '3' }, fit: { type: 'boolean' } } });
const sources = readSources();
const content = parseContent(sources.faq);
const phrasings = phrasingsOf(content).filter(({ voice }) => voice !== 'question' && voice !== KEYWORDS);
const followUps = followUpsOf(content);
const voices = collectVoices();
const knowledge = languageKnowledge(sources.locales);
const heard = Array.from({ length: Number(values.folds) }, (_, fold) => hearFold(fold)).flat();
console.table(languagesOf(phrasings).map(figures));
if (values.fit) writeCalibration();

/** Returns the rankings of one voice of each language and kind, by a matcher that learned from all others. */
function hearFold(fold: number): readonly Heard[] {
  const held = (phrasing: Phrasing) => {
    const voices = voicesOf(phrasing);
    return voices[fold % voices.length] === phrasing.voice;
  };
  const learned = [...phrasings.filter((phrasing) => !held(phrasing)), ...followUps];
  const trained = trainMatcher(learned, knowledge);
  const matcher = readMatcher(writeMatcher(trained), stem);
  return phrasings
    .filter(held)
    .map((phrasing) => ({ phrasing, ranking: rank(phrasing.text, phrasing.locale, matcher) }));
}

/** The voices of a phrasing's language, those of intents apart. */
function voicesOf({ locale, id }: Phrasing): readonly string[] {
  return voices.get(kindOf(locale, id)) ?? [];
}

function kindOf(locale: string, id: string): string {
  return `${locale} ${id.startsWith(INTENT_MARK)}`;
}

function collectVoices(): ReadonlyMap<string, readonly string[]> {
  const sets = new Map<string, Set<string>>();
  for (const { locale, id, voice } of phrasings) {
    const kind = kindOf(locale, id);
    sets.set(kind, (sets.get(kind) ?? new Set()).add(voice));
  }
  return new Map([...sets].map(([kind, names]) => [kind, [...names].sort()]));
}

function figures(language: string) {
  const own = heard.filter(({ phrasing }) => phrasing.locale === language);
  const entries = own.filter(({ phrasing }) => !phrasing.id.startsWith(INTENT_MARK));
  const right = ({ phrasing, ranking }: Heard, most: number) =>
    ranking.entries.slice(0, most).some(({ id }) => id === phrasing.id);
  const share = (list: readonly Heard[], holds: (one: Heard) => boolean) =>
    `${((100 * list.filter(holds).length) / list.length).toFixed(1)} %`;
  const outside = own.filter(({ phrasing }) => OUT_OF_SCOPE.includes(phrasing.id));
  return {
    language,
    phrasings: entries.length,
    'top-1': share(entries, (one) => right(one, 1)),
    'top-3': share(entries, (one) => right(one, 3)),
    wrong: share(entries, (one) => one.ranking.confidence >= ANSWER_FROM && !right(one, 1)),
    'out of scope': outside.length,
    'sure all the same': share(outside, ({ ranking }) => ranking.confidence >= ANSWER_FROM),
  };
}

function writeCalibration(): void {
  const observed = heard
    .filter(({ phrasing }) => !phrasing.id.startsWith(INTENT_MARK) || OUT_OF_SCOPE.includes(phrasing.id))
    .map(({ phrasing, ranking }) => ({ signs: signsOf(ranking), right: ranking.entries[0]?.id === phrasing.id }));
  const lines = fitCalibration(observed).map((weight, at) => `- ${weight} # ${CALIBRATION_SIGNS[at] ?? 'constant'}`);
  const head =
    '# How sure the matcher is, learned on voices it never heard: written by `npm run eval:voices -- --fit`.';
  writeFileSync(join(PROJECT_ROOT, 'faq/calibration.yaml'), `${[head, ...lines].join('\n')}\n`);
}

function languagesOf(list: readonly Phrasing[]): readonly string[] {
  return [...new Set(list.map(({ locale }) => locale))];
}
