/** What is counted a day. The rows hold numbers only, nothing of anybody's text. */

/** Row name (`LOCALE#en`, `ENTRY#no-internet`, `SURVEY`, `KIND#fallback`, `TICKETS`) to named counts. */
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

/** The kinds that a reply may have, as counted. */
export interface CountedTurn {
  readonly questionLocale: string;
  readonly kind: string;
  readonly match: string | null;
}

/** A visitor's judgement of one message. */
export interface Judgement {
  readonly helpful: boolean;
  readonly rating?: number | undefined;
}

const LOCALE_ROW = 'LOCALE#';
const ENTRY_ROW = 'ENTRY#';
const SURVEY_ROW = 'SURVEY';
const KIND_ROW = 'KIND#';
const TICKETS_ROW = 'TICKETS';
export const ROWS = { locale: LOCALE_ROW, entry: ENTRY_ROW, survey: SURVEY_ROW, kind: KIND_ROW, tickets: TICKETS_ROW };

/** Returns what a turn adds. */
export function additionsOfTurn({ questionLocale, kind, match }: CountedTurn): readonly Addition[] {
  const byLocale = { row: `${LOCALE_ROW}${questionLocale}`, by: { [kind]: 1 } };
  return kind === 'answer' && match !== null
    ? [byLocale, { row: `${ENTRY_ROW}${match}`, by: { asked: 1 } }]
    : [byLocale];
}

/**
 * Returns what a judgement adds; one that replaces another takes the other's counts back. Marks on small talk and
 * hand-offs judge the conversation: they are its survey.
 */
export function additionsOfJudgement(turn: CountedTurn, next: Judgement, before?: Judgement): readonly Addition[] {
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
  return changed.length === 0 ? [] : [{ row: rowOf(turn), by: Object.fromEntries(changed) }];
}

function rowOf({ kind, match }: CountedTurn): string {
  if (kind === 'answer' && match !== null) return `${ENTRY_ROW}${match}`;
  return kind === 'smalltalk' || kind === 'handoff' ? SURVEY_ROW : `${KIND_ROW}${kind}`;
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
