/** The questions without a sure answer, by language and likeness, each ready to become a phrasing. Pure. */
import { stringify } from 'yaml';
import { placeOf } from '../store/message-id.ts';
import { groupByLikeness } from './group-by-likeness.ts';

/** A question that was asked, as it is stored: redacted. */
export interface DoubtfulQuestion {
  readonly messageId: string;
  readonly at: string;
  readonly text: string;
  readonly questionLocale: string;
  readonly kind: string;
  readonly confidence: number;
  /** Entries that came nearest, best first. */
  readonly candidates: readonly string[];
}

export interface QuestionGroup {
  readonly locale: string;
  readonly question: string;
  readonly count: number;
  /** Conversations that it was asked in: one visitor may ask several times, in words that are alike. */
  readonly conversations: number;
  readonly examples: readonly DoubtfulQuestion[];
  /** The entries that came nearest, those named most often first. */
  readonly nearest: readonly { readonly id: string; readonly count: number }[];
  /** Lines to paste into the phrasings of the nearest entry. */
  readonly yaml: string;
}

const MOST_EXAMPLES = 5;
const MOST_NEAREST = 3;
/** The voice under which a visitor's own words are kept, apart from those that editors wrote. */
const VOICE = 'visitors';

const LANGUAGES = ['zh', 'en', 'nl'];

/** Returns the groups of all languages, the largest first. */
export function groupUnanswered(questions: readonly DoubtfulQuestion[]): readonly QuestionGroup[] {
  const locales = [...new Set(questions.map(({ questionLocale }) => questionLocale))];
  const groups = locales.flatMap((locale) =>
    groupByLikeness(
      questions.filter(({ questionLocale }) => questionLocale === locale),
      ({ text }) => text,
    ).map(({ first, members }): QuestionGroup => {
      const nearest = nearestOf(members);
      const texts = [...new Set([first, ...members].map(({ text }) => text))].slice(0, MOST_EXAMPLES);
      return {
        locale,
        question: first.text,
        count: members.length,
        conversations: new Set(members.map(({ messageId }) => placeOf(messageId)?.conversationId)).size,
        examples: members.slice(0, MOST_EXAMPLES),
        nearest,
        yaml: phrasingYaml(locale, texts),
      };
    }),
  );
  return groups.toSorted((a, b) => b.count - a.count);
}

/** Returns lines of a phrasings file: the language of the file, a voice, the texts. Traditional Chinese is under `zh`, other languages have none. */
export function phrasingYaml(locale: string, texts: readonly string[]): string {
  const language = locale.split('-')[0] ?? locale;
  if (!LANGUAGES.includes(language)) return '';
  const voice = locale === 'zh-Hant' ? `${VOICE}-hant` : VOICE;
  return stringify({ [language]: { [voice]: texts } }, { lineWidth: 0 });
}

function nearestOf(members: readonly DoubtfulQuestion[]): QuestionGroup['nearest'] {
  const counts = new Map<string, number>();
  for (const id of members.flatMap(({ candidates }) => candidates)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .map(([id, count]) => ({ id, count }))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_NEAREST);
}
