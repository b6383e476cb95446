/** What is counted a day. The rows hold numbers only, nothing of anybody's text. */
import { isUnaskedHandoff } from './is-doubtful.ts';

/** Row name (`LOCALE#en`, `ENTRY#no-internet`, `SURVEY`, `TICKETS`) to named counts. */
export type CountRows = ReadonlyMap<string, Readonly<Record<string, number>>>;

export interface DayCounts {
  /** ISO date, UTC. */
  readonly day: string;
  readonly rows: CountRows;
}

/** What one event adds to one row. */
export interface Addition {
  readonly row: string;
  readonly by: Readonly<Record<string, number>>;
}

/** What is counted of a reply. */
export interface CountedTurn {
  readonly questionLocale: string;
  readonly kind: string;
  readonly match: string | null;
  /** Questions in a row for which nothing was found, this one included. */
  readonly fallbacks: number;
}

/** A visitor's judgement of one message. */
export interface Judgement {
  readonly helpful: boolean;
  readonly rating?: number | undefined;
}

const LOCALE_ROW = 'LOCALE#';
const ENTRY_ROW = 'ENTRY#';
const SURVEY_ROW = 'SURVEY';
const TICKETS_ROW = 'TICKETS';
export const ROWS = { locale: LOCALE_ROW, entry: ENTRY_ROW, survey: SURVEY_ROW, tickets: TICKETS_ROW };
/** Count beside the kinds of a language: of its hand-offs, those that nobody asked for. */
export const UNASKED = 'unasked';

/** Returns what a turn adds. */
export function additionsOfTurn(turn: CountedTurn): readonly Addition[] {
  const { questionLocale, kind, match } = turn;
  const by = { [kind]: 1, ...(isUnaskedHandoff(turn) && { [UNASKED]: 1 }) };
  const byLocale = { row: `${LOCALE_ROW}${questionLocale}`, by };
  return kind === 'answer' && match !== null
    ? [byLocale, { row: `${ENTRY_ROW}${match}`, by: { asked: 1 } }]
    : [byLocale];
}

/**
 * Returns what a judgement adds; one that replaces another takes the other's counts back. Marks on small talk and
 * hand-offs judge the conversation: they are its survey. Marks where nothing was answered are read with their question,
 * in the list of feedback: they are in no sum.
 */
export function additionsOfJudgement(turn: CountedTurn, next: Judgement, before?: Judgement): readonly Addition[] {
  const row = markedRow(turn);
  if (row === undefined) return [];
  const by: Record<string, number> = {};
  const add = (judgement: Judgement, sign: 1 | -1) => {
    const name = judgement.helpful ? 'helpful' : 'unhelpful';
    by[name] = (by[name] ?? 0) + sign;
    if (judgement.rating === undefined) return;
    by.ratings = (by.ratings ?? 0) + sign;
    by.rating = (by.rating ?? 0) + sign * judgement.rating;
  };
  add(next, 1);
  if (before) add(before, -1);
  const changed = Object.entries(by).filter(([, amount]) => amount !== 0);
  return changed.length === 0 ? [] : [{ row, by: Object.fromEntries(changed) }];
}

function markedRow({ kind, match }: CountedTurn): string | undefined {
  if (kind === 'answer' && match !== null) return `${ENTRY_ROW}${match}`;
  return kind === 'smalltalk' || kind === 'handoff' ? SURVEY_ROW : undefined;
}

/** Returns the sum of rows. */
export function sumRows(rows: readonly CountRows[]): CountRows {
  const sums = new Map<string, Record<string, number>>();
  for (const [name, counts] of rows.flatMap((each) => [...each])) {
    const sum = sums.get(name) ?? {};
    for (const [count, amount] of Object.entries(counts)) sum[count] = (sum[count] ?? 0) + amount;
    sums.set(name, sum);
  }
  return sums;
}
