/** The digest as a mail in plain text. Pure. */
import type { Locale } from '../catalogue/catalogue.ts';
import { type Translate, translatorFor } from '../conversation/translate.ts';
import type { QuestionGroup } from '../insights/unanswered.ts';
import type { Digest } from './digest.ts';

export interface DigestLetter {
  /** ASCII, below 100 characters: SNS takes no other. */
  readonly subject: string;
  readonly message: string;
}

export interface LetterOptions {
  readonly locale: Locale;
  /** Where the maintainers' page is. */
  readonly page: string;
}

const MOST_LISTED = 10;
/**
 * Conversations from which a question is quoted. One that a visitor alone asked, be it twice, may tell their own story:
 * it stays in the table, where it is forgotten in time, and out of mailboxes.
 */
const QUOTED_FROM = 2;

/** Returns the mail. It quotes questions as they are stored, redacted. */
export function writeDigest(digest: Digest, { locale, page }: LetterOptions): DigestLetter {
  const translate = translatorFor(locale);
  const { from, to } = digest.insights;
  const period = from === to ? from : `${from} – ${to}`;
  const sections = [
    asked(digest, translate),
    mostAsked(digest, translate),
    unanswered(digest, translate),
    badMarks(digest, translate),
    lateTickets(digest, translate),
  ];
  const lines = [translate('digest.title', { period }), '', ...sections.flatMap((section) => [...section, '']), page];
  return { subject: `Simtolk ${from === to ? from : `${from} - ${to}`}`, message: lines.join('\n') };
}

function asked({ insights }: Digest, translate: Translate): readonly string[] {
  const { questions, previous, answerRate, byLocale } = insights;
  const languages = Object.entries(byLocale)
    .toSorted(([, a], [, b]) => b - a)
    .map(([locale, count]) => `${locale} ${count}`);
  return [
    translate('digest.questions', { questions, before: previous.questions }),
    ...(answerRate.value === null
      ? []
      : [translate('digest.answered', { percent: Math.round(answerRate.value * 100) })]),
    ...(languages.length === 0 ? [] : [translate('digest.languages', { list: languages.join(', ') })]),
  ];
}

function mostAsked({ insights }: Digest, translate: Translate): readonly string[] {
  const entries = insights.entries.filter(({ asked: count }) => count > 0).toSorted((a, b) => b.asked - a.asked);
  return listed(
    translate('digest.mostAsked'),
    entries.map(({ id, asked: count }) => `${count} × ${id}`),
    translate,
  );
}

function unanswered({ unanswered: groups }: Digest, translate: Translate): readonly string[] {
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  const shared = groups.filter(({ conversations }) => conversations >= QUOTED_FROM).slice(0, MOST_LISTED);
  const others = total - shared.reduce((sum, { count }) => sum + count, 0);
  return [
    translate('digest.unanswered', { count: total }),
    ...shared.map((group) => `  ${unansweredLine(group, translate)}`),
    ...(others > 0 ? [`  ${translate('digest.others', { count: others })}`] : []),
  ];
}

function unansweredLine({ count, locale, question, nearest }: QuestionGroup, translate: Translate): string {
  const line = `${count} × [${locale}] ${question}`;
  const ids = nearest.map(({ id }) => id).join(', ');
  return ids === '' ? line : `${line} (${translate('digest.nearest', { ids })})`;
}

/** The entries come with those first whose marks are most surely bad. */
function badMarks({ insights }: Digest, translate: Translate): readonly string[] {
  const bad = insights.entries.filter(({ unhelpful }) => unhelpful > 0);
  return listed(
    translate('digest.badMarks'),
    bad.map(({ id, helpful, unhelpful }) => translate('digest.badMarksItem', { id, helpful, unhelpful })),
    translate,
  );
}

function lateTickets({ lateTickets: late, openTickets }: Digest, translate: Translate): readonly string[] {
  return [
    translate('digest.late', { late: late.length, open: openTickets }),
    ...late
      .slice(0, MOST_LISTED)
      .map(
        ({ ticketId, expectedBy }) => `  ${translate('digest.lateItem', { id: ticketId, due: moment(expectedBy) })}`,
      ),
  ];
}

function listed(title: string, items: readonly string[], translate: Translate): readonly string[] {
  const shown = items.length === 0 ? [translate('digest.none')] : items.slice(0, MOST_LISTED);
  return [title, ...shown.map((item) => `  ${item}`)];
}

function moment(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}
