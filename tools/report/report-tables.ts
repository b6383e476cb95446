/** The tables of a report, the same in HTML and in Markdown. */
import type { Locale } from '../../functions/catalogue/catalogue.ts';
import { type Translate, translatorFor } from '../../functions/conversation/translate.ts';
import type { Report } from './fetch-report.ts';

export interface ReportTable {
  readonly id: 'overview' | 'byDay' | 'byLanguage' | 'entries' | 'unanswered' | 'topics' | 'comments';
  readonly title: string;
  readonly note?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The column that holds lines to paste, if any: shown as they are. */
  readonly codeColumn?: number;
}

export const KINDS = ['answer', 'suggestions', 'fallback', 'handoff', 'smalltalk'] as const;
const MOST_ROWS = 30;
const NOTHING = '–';

/** Returns the title of the report. */
export function reportTitle({ insights: { from, to } }: Report, locale: Locale): string {
  return translatorFor(locale)('report.title', { from, to });
}

/** Returns the tables in the order they are read. */
export function reportTables(report: Report, locale: Locale): readonly ReportTable[] {
  const t = translatorFor(locale);
  const show = formats(locale);
  return [
    overview(report, t, show),
    byDay(report, t, show),
    byLanguage(report, t, show),
    entries(report, t, show),
    unanswered(report, t, show),
    topics(report, t, show),
    comments(report, t),
  ];
}

interface Formats {
  readonly number: (value: number | null) => string;
  readonly share: (value: number | null) => string;
}

function formats(locale: Locale): Formats {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const share = new Intl.NumberFormat(locale, { style: 'percent' });
  return {
    number: (value) => (value === null ? NOTHING : number.format(value)),
    share: (value) => (value === null ? NOTHING : share.format(value)),
  };
}

function overview({ insights }: Report, t: Translate, { number, share }: Formats): ReportTable {
  const { previous, openTickets } = insights;
  const both = (pick: (period: typeof previous) => string) => [pick(insights), pick(previous)];
  return {
    id: 'overview',
    title: t('report.overview'),
    note: t('report.minutesNote', { minutes: insights.minutesPerQuestion }),
    head: [t('report.measure'), t('report.period'), t('report.before')],
    rows: [
      [t('report.questions'), ...both(({ questions }) => number(questions))],
      [t('report.answerRate'), ...both(({ answerRate }) => share(answerRate.value))],
      [t('report.helpful'), ...both(({ answers }) => share(answers.helpfulness.value))],
      [t('report.rating'), ...both(({ answers }) => number(answers.rating))],
      [t('report.survey'), ...both(({ survey }) => share(survey.helpfulness.value))],
      [t('report.minutesSaved'), ...both(({ minutesSaved }) => number(minutesSaved))],
      [t('report.ticketsOpen'), number(openTickets.open), NOTHING],
      [t('report.ticketsLate'), number(openTickets.late), NOTHING],
      [t('report.ticketsClosed'), ...both(({ tickets }) => number(tickets.closed))],
    ],
  };
}

function byDay({ insights }: Report, t: Translate, { number }: Formats): ReportTable {
  return {
    id: 'byDay',
    title: t('report.byDay'),
    head: [t('report.day'), ...KINDS.map((kind) => t(`report.kind.${kind}`)), t('report.total')],
    rows: insights.days
      .filter(({ questions }) => questions > 0)
      .map(({ day, byKind, questions }) => [day, ...KINDS.map((kind) => number(byKind[kind] ?? 0)), number(questions)]),
  };
}

function byLanguage({ insights }: Report, t: Translate, { number }: Formats): ReportTable {
  return {
    id: 'byLanguage',
    title: t('report.byLanguage'),
    head: [t('report.language'), t('report.questions')],
    rows: Object.entries(insights.byLocale).map(([locale, count]) => [languageName(locale, t), number(count)]),
  };
}

function entries({ insights }: Report, t: Translate, { number, share }: Formats): ReportTable {
  const marked = insights.entries.filter(({ asked, helpful, unhelpful }) => asked + helpful + unhelpful > 0);
  return {
    id: 'entries',
    title: t('report.entries'),
    head: [
      t('report.entry'),
      t('report.asked'),
      t('report.marks'),
      t('report.helpful'),
      t('report.interval'),
      t('report.rating'),
    ],
    rows: marked
      .slice(0, MOST_ROWS)
      .map(({ question, asked, helpfulness, rating }) => [
        question,
        number(asked),
        number(helpfulness.count),
        share(helpfulness.value),
        helpfulness.value === null ? NOTHING : `${share(helpfulness.low)} – ${share(helpfulness.high)}`,
        number(rating),
      ]),
  };
}

function unanswered({ unanswered: { questions, groups } }: Report, t: Translate, { number }: Formats): ReportTable {
  return {
    id: 'unanswered',
    title: t('report.unanswered'),
    note: t('report.unansweredNote', { count: questions }),
    head: [t('report.question'), t('report.language'), t('report.count'), t('report.nearest'), t('report.phrasing')],
    rows: groups
      .slice(0, MOST_ROWS)
      .map(({ question, locale, count, nearest, yaml }) => [
        question,
        languageName(locale, t),
        number(count),
        nearest.map((near) => near.question).join(' · '),
        yaml,
      ]),
    codeColumn: 4,
  };
}

function topics({ feedback }: Report, t: Translate, { number }: Formats): ReportTable {
  return {
    id: 'topics',
    title: t('report.topics'),
    head: [t('report.topic'), t('report.helpful'), t('report.unhelpful'), t('report.comments')],
    rows: feedback.topics.map(({ topic, helpful, unhelpful, comments: count }) => [
      topicName(topic, t),
      number(helpful),
      number(unhelpful),
      number(count),
    ]),
  };
}

function comments({ feedback }: Report, t: Translate): ReportTable {
  return {
    id: 'comments',
    title: t('report.comments'),
    head: [t('report.topic'), t('report.question'), t('report.comment')],
    rows: feedback.items
      .flatMap(({ topic, question, comment }) => (comment ? [[topicName(topic, t), question, comment]] : []))
      .slice(0, MOST_ROWS),
  };
}

const NAMED_LANGUAGES = ['zh', 'zh-Hant', 'en', 'nl'] as const;
const NAMED_GROUPS = ['basics', 'choosing', 'buying', 'activation', 'using', 'account', 'changing', 'support'] as const;

/** Returns the name of a language as the reader calls it. */
export function languageName(locale: string, t: Translate): string {
  const known = NAMED_LANGUAGES.find((name) => name === locale);
  return known ? t(`language.${known}`) : t('report.otherLanguage');
}

function topicName(topic: string, t: Translate): string {
  const group = NAMED_GROUPS.find((name) => name === topic);
  if (group) return t(`group.${group}`);
  const kind = KINDS.find((name) => name === topic);
  return kind ? t(`report.kind.${kind}`) : topic;
}
