/** Asks every engine the same questions in turns, and returns how often it was right and how long it took. */
import type { Ask, Engine, Opened } from './engine.ts';
import { groupBy } from './engine.ts';
import { quantile } from './quantile.ts';
import type { Question, QuestionSet } from './question-sets.ts';

/** Accuracy (shares 0–1) and times of one engine in one language. */
export interface Measured {
  readonly set: string;
  readonly engine: string;
  readonly setting: string;
  readonly language: string;
  readonly questions: number;
  /** How many were asked: fewer where the engine is too slow for all. */
  readonly asked: number;
  readonly top1: number;
  readonly top3: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  /** Time to index all languages. */
  readonly buildMs: number;
  readonly loadMs?: number;
}

export interface Effort {
  /** Times that each question is asked, where the budget allows it. */
  readonly rounds: number;
  /** Time for the questions of one engine. A slower one gets every n-th question. */
  readonly budgetMs: number;
}

interface Contestant {
  readonly engine: Engine;
  readonly opened: Opened;
  readonly buildMs: number;
  readonly questions: readonly Question[];
  readonly rounds: number;
  readonly right: Map<Question, readonly [first: boolean, amongThree: boolean]>;
  readonly timesMs: Map<string, number[][]>;
}

/** Returns a row an engine and language. Engines take turns round by round, so that a busy moment hits all of them. */
export async function measure(
  engines: readonly Engine[],
  set: QuestionSet,
  effort: Effort,
): Promise<readonly Measured[]> {
  const contestants: Contestant[] = [];
  for (const engine of engines) contestants.push(await open(engine, set, effort));
  for (let round = 0; round < effort.rounds; round += 1) {
    for (let turn = 0; turn < contestants.length; turn += 1) {
      const contestant = contestants[(round + turn) % contestants.length];
      if (contestant && round < contestant.rounds) await askAll(contestant);
    }
  }
  return contestants.flatMap((contestant) => rowsOf(contestant, set));
}

async function open(engine: Engine, set: QuestionSet, effort: Effort): Promise<Contestant> {
  const start = performance.now();
  const opened = await engine.open(set.phrasings);
  const buildMs = performance.now() - start;
  const estimateMs = await warmUp(opened.ask, set.questions);
  const affordable = effort.budgetMs / estimateMs;
  const stride = Math.max(1, Math.ceil(set.questions.length / affordable));
  const questions = [...groupBy(set.questions, ({ locale }) => locale).values()].flatMap((own) =>
    own.filter((_, at) => at % stride === 0),
  );
  const rounds = Math.min(effort.rounds, Math.max(1, Math.floor(affordable / questions.length)));
  return { engine, opened, buildMs, questions, rounds, right: new Map(), timesMs: new Map() };
}

const WARM_UP_MS = 1500;

/** Asks for a while, so that the code is compiled; returns the mean time of a question, in milliseconds. */
async function warmUp(ask: Ask, questions: readonly Question[]): Promise<number> {
  const start = performance.now();
  let asked = 0;
  // A stride that shares no factor with the length of usual sets, so that every language is met early.
  for (let at = 0; asked < questions.length; at = (at + 211) % questions.length) {
    const question = questions[at];
    if (question) await ask(question.text, question.locale);
    asked += 1;
    if (performance.now() - start > WARM_UP_MS) break;
  }
  return (performance.now() - start) / asked;
}

async function askAll({ opened, questions, right, timesMs }: Contestant): Promise<void> {
  const round = new Map<string, number[]>();
  for (const question of questions) {
    const start = performance.now();
    const answer = opened.ask(question.text, question.locale);
    // Waiting for what is no promise would bill an engine for a turn of the event loop.
    const ids = answer instanceof Promise ? await answer : answer;
    const tookMs = performance.now() - start;
    const times = round.get(question.locale) ?? [];
    times.push(tookMs);
    round.set(question.locale, times);
    const hits = (id: string | undefined) => id !== undefined && question.ids.includes(id);
    right.set(question, [hits(ids[0]), ids.some(hits)]);
  }
  for (const [locale, times] of round) timesMs.set(locale, [...(timesMs.get(locale) ?? []), times]);
}

function rowsOf({ engine, opened, buildMs, questions, right, timesMs }: Contestant, set: QuestionSet): Measured[] {
  return [...groupBy(questions, ({ locale }) => locale)].map(([language, own]) => {
    const rounds = timesMs.get(language) ?? [];
    return {
      set: set.name,
      engine: engine.name,
      setting: engine.setting,
      language,
      questions: set.questions.filter(({ locale }) => locale === language).length,
      asked: own.length,
      top1: own.filter((question) => right.get(question)?.[0]).length / own.length,
      top3: own.filter((question) => right.get(question)?.[1]).length / own.length,
      medianMs: quantile(
        rounds.map((times) => quantile(times, 0.5)),
        0.5,
      ),
      p99Ms: quantile(
        rounds.map((times) => quantile(times, 0.99)),
        0.5,
      ),
      buildMs,
      ...(opened.loadMs !== undefined && { loadMs: opened.loadMs }),
    };
  });
}
