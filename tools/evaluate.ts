/** Measures replies against a question set: the figures of the README's quality table. */
import type { Catalogue } from '../functions/catalogue/open.ts';
import { replyTo } from '../functions/conversation/reply.ts';

/** A question with the entry ids that answer it, best first; `-` where none does, `@…` for small talk. */
export interface EvalQuestion {
  readonly language: string;
  readonly ids: readonly string[];
  readonly kind: string;
  readonly text: string;
  /** The languages that are right for it: more than one where readers held several to be, `und` where it is in none of ours. */
  readonly languages: readonly string[];
}

/** Shares are 0–1; `n` counts the questions behind them. */
export interface Figures {
  readonly inScope: number;
  readonly top1: number;
  readonly bestId: number;
  readonly top3: number;
  readonly helped: number;
  readonly wrong: number;
  readonly nearOut: number;
  readonly nearAnswered: number;
  readonly farOut: number;
  readonly farAnswered: number;
  readonly talk: number;
  readonly talkRight: number;
  readonly languageRight: number;
  readonly calibrationError: number;
}

/**
 * Returns the questions of a TSV file with the columns qid, lang, ids, kind, text and, where others than its author told
 * the language, languages. Throws when one of the first five is missing.
 */
export function parseQuestions(tsv: string): readonly EvalQuestion[] {
  const [head = '', ...rows] = tsv.trimEnd().split('\n');
  const columns = head.split('\t');
  const place = (name: string) => {
    const at = columns.indexOf(name);
    if (at < 0) throw new Error(`The file has no column "${name}".`);
    return at;
  };
  const [lang, ids, kind, text] = [place('lang'), place('ids'), place('kind'), place('text')];
  const languages = columns.indexOf('languages');
  return rows.map((row) => {
    const cells = row.split('\t');
    const language = cells[lang] ?? '';
    return {
      language,
      ids: (cells[ids] ?? '-').split('|'),
      kind: cells[kind] ?? '',
      text: cells[text] ?? '',
      languages: (cells[languages] || language).split('|'),
    };
  });
}

interface Observed {
  readonly question: EvalQuestion;
  readonly kind: string;
  readonly match: string | null;
  readonly confidence: number;
  readonly candidates: readonly string[];
  readonly language: string;
}

/** Returns the reply to every question, asked alone. */
export function observe(questions: readonly EvalQuestion[], catalogue: Catalogue): readonly Observed[] {
  const now = new Date('2026-11-25T12:00:00Z');
  return questions.map((question) => {
    const { reply } = replyTo({ text: question.text, browserLocale: 'en' }, catalogue, now);
    return {
      question,
      kind: reply.kind,
      match: reply.match,
      confidence: reply.confidence,
      candidates: reply.candidates.map(({ id }) => id),
      language: reply.questionLocale.split('-')[0] ?? '',
    };
  });
}

const OUT_OF_SCOPE = '-';
const BINS = 10;

/** Returns the figures of what was observed. */
export function figuresOf(observed: readonly Observed[]): Figures {
  const isTalk = ({ question }: Observed) => question.ids[0]?.startsWith('@') || question.kind === 'agent';
  const isOut = ({ question }: Observed) => question.ids[0] === OUT_OF_SCOPE;
  const inScope = observed.filter((one) => !isTalk(one) && !isOut(one));
  const near = observed.filter((one) => isOut(one) && one.question.kind === 'oos-near');
  const far = observed.filter((one) => isOut(one) && one.question.kind !== 'oos-near');
  const talk = observed.filter((one) => isTalk(one));
  const hits = (one: Observed, ids: readonly string[]) => ids.some((id) => one.question.ids.includes(id));
  const answered = (one: Observed) => one.kind === 'answer';
  const answeredRight = (one: Observed) => answered(one) && hits(one, [one.match ?? '']);
  const offeredRight = (one: Observed) => one.kind === 'suggestions' && hits(one, one.candidates);
  return {
    inScope: inScope.length,
    top1: share(inScope, (one) => hits(one, one.candidates.slice(0, 1))),
    bestId: share(inScope, (one) => one.candidates[0] === one.question.ids[0]),
    top3: share(inScope, (one) => hits(one, one.candidates)),
    helped: share(
      inScope,
      (one) => answeredRight(one) || offeredRight(one) || (one.kind === 'handoff' && hits(one, [one.match ?? ''])),
    ),
    wrong: share(inScope, (one) => answered(one) && !answeredRight(one)),
    nearOut: near.length,
    nearAnswered: share(near, answered),
    farOut: far.length,
    farAnswered: share(far, answered),
    talk: talk.length,
    talkRight: share(talk, talkRight),
    languageRight: share(
      observed.filter((one) => one.question.kind !== 'attack'),
      (one) => one.question.languages.includes(one.language),
    ),
    calibrationError: calibrationError(observed, isRight),
  };
}

function talkRight({ question, kind, match }: Observed): boolean {
  if (question.kind === 'agent') return kind === 'handoff' || match === 'contact-support';
  return question.ids.includes(match ?? '');
}

/** Right for calibration: the reply did what the question needed. */
function isRight(one: Observed): boolean {
  const { question, kind, match } = one;
  if (question.ids[0] === OUT_OF_SCOPE) return kind === 'fallback' || kind === 'handoff';
  if (question.ids[0]?.startsWith('@') || question.kind === 'agent') return talkRight(one);
  if (kind === 'answer') return question.ids.includes(match ?? '');
  return kind === 'suggestions' && question.ids.includes(one.candidates[0] ?? '');
}

/** Expected calibration error over ten bins of confidence (Naeini et al., 2015). */
export function calibrationError(observed: readonly Observed[], right: (one: Observed) => boolean): number {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (const one of observed) {
    const bin = bins[Math.min(BINS - 1, Math.floor(one.confidence * BINS))];
    if (!bin) continue;
    bin.count += 1;
    bin.confidence += one.confidence;
    bin.right += right(one) ? 1 : 0;
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.right - bin.confidence), 0) / (observed.length || 1);
}

function share<T>(list: readonly T[], holds: (one: T) => boolean | undefined): number {
  return list.length === 0 ? 0 : list.filter(holds).length / list.length;
}
