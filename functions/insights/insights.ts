/** What maintainers see of a period: sums and shares from the counts of its days. Pure. */
import { type CountRows, type DayCounts, ROWS, sumRows, UNASKED } from './day-counts.ts';
import { type Share, wilson } from './wilson.ts';

/** What a question answered by a person costs in time: an assumption, to be replaced by one's own measurement. */
export const MINUTES_PER_QUESTION = 6;
const SHARE_DIGITS = 100;

export interface Marks {
  readonly helpful: number;
  readonly unhelpful: number;
  readonly helpfulness: Share;
  /** Mean of the ratings (1–5), null without any. */
  readonly rating: number | null;
  readonly ratings: number;
}

export interface EntryInsight extends Marks {
  readonly id: string;
  readonly asked: number;
}

export interface Period {
  readonly questions: number;
  readonly byKind: Readonly<Record<string, number>>;
  readonly byLocale: Readonly<Record<string, number>>;
  /** Answers among the questions that are no small talk and do not ask for a person. */
  readonly answerRate: Share;
  /** Marks on answers. */
  readonly answers: Marks;
  /** Marks at the end of conversations. */
  readonly survey: Marks;
  /** Minutes of people's time: answers, times the share found helpful, times the assumed minutes; null without marks. */
  readonly minutesSaved: number | null;
  readonly tickets: { readonly created: number; readonly closed: number; readonly closedLate: number };
}

export interface Insights extends Period {
  readonly from: string;
  readonly to: string;
  readonly days: readonly {
    readonly day: string;
    readonly questions: number;
    readonly byKind: Readonly<Record<string, number>>;
    readonly byLocale: Readonly<Record<string, number>>;
  }[];
  /** The worst first: those whose helpfulness is most surely low. */
  readonly entries: readonly EntryInsight[];
  readonly minutesPerQuestion: number;
  /** The same number of days before. */
  readonly previous: Period;
}

/** Returns what the days show, with the days before them to compare with. */
export function insightsOf(days: readonly DayCounts[], before: readonly DayCounts[]): Insights {
  const rows = sumRows(days.map((day) => day.rows));
  return {
    from: days[0]?.day ?? '',
    to: days.at(-1)?.day ?? '',
    ...periodOf(rows),
    days: days.map(({ day, rows: own }) => {
      const { questions, byKind, byLocale } = periodOf(own);
      return { day, questions, byKind, byLocale };
    }),
    entries: worstFirst(entriesOf(rows)),
    minutesPerQuestion: MINUTES_PER_QUESTION,
    previous: periodOf(sumRows(before.map((day) => day.rows))),
  };
}

/** Returns the entries, those whose marks are most surely bad first, then those asked most. */
export function worstFirst(entries: readonly EntryInsight[]): readonly EntryInsight[] {
  return entries.toSorted(
    (a, b) => a.helpfulness.high - b.helpfulness.high || b.unhelpful - a.unhelpful || b.asked - a.asked,
  );
}

function periodOf(rows: CountRows): Period {
  const byKind: Record<string, number> = {};
  const byLocale: Record<string, number> = {};
  let unasked = 0;
  for (const [name, { [UNASKED]: ofHandoffs = 0, ...kinds }] of starting(rows, ROWS.locale)) {
    unasked += ofHandoffs;
    for (const [kind, count] of Object.entries(kinds)) {
      byKind[kind] = (byKind[kind] ?? 0) + count;
      byLocale[name] = (byLocale[name] ?? 0) + count;
    }
  }
  const answered = byKind.answer ?? 0;
  const asked = answered + (byKind.suggestions ?? 0) + (byKind.fallback ?? 0) + unasked;
  const answers = marksOf(sumOf(starting(rows, ROWS.entry).map(([, counts]) => counts)));
  const { created = 0, closed = 0, closedLate = 0 } = rows.get(ROWS.tickets) ?? {};
  const share = answers.helpfulness.value;
  return {
    questions: Object.values(byKind).reduce((sum, count) => sum + count, 0),
    byKind,
    byLocale,
    answerRate: wilson(answered, asked),
    answers,
    survey: marksOf(rows.get(ROWS.survey) ?? {}),
    minutesSaved: share === null ? null : Math.round(answered * share * MINUTES_PER_QUESTION),
    tickets: { created, closed, closedLate },
  };
}

function entriesOf(rows: CountRows): EntryInsight[] {
  return starting(rows, ROWS.entry).map(([id, counts]) => ({ id, asked: counts.asked ?? 0, ...marksOf(counts) }));
}

function marksOf({ helpful = 0, unhelpful = 0, rating = 0, ratings = 0 }: Readonly<Record<string, number>>): Marks {
  return {
    helpful,
    unhelpful,
    helpfulness: wilson(helpful, helpful + unhelpful),
    rating: ratings > 0 ? Math.round((rating / ratings) * SHARE_DIGITS) / SHARE_DIGITS : null,
    ratings,
  };
}

function sumOf(all: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  return sumRows(all.map((counts) => new Map([['', counts]]))).get('') ?? {};
}

/** The rows of one sort, by the rest of their names. */
function starting(rows: CountRows, prefix: string): [string, Readonly<Record<string, number>>][] {
  return [...rows]
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, counts]) => [name.slice(prefix.length), counts]);
}
