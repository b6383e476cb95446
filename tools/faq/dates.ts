/** Reads dates as people write them in the languages of the content. */

/** Months in English and Dutch. */
const MONTHS = [
  'january|januari|jan',
  'february|februari|feb',
  'march|maart|mrt',
  'april|apr',
  'may|mei',
  'june|juni|jun',
  'july|juli|jul',
  'august|augustus|aug',
  'september|sept|sep',
  'october|oktober|oct|okt',
  'november|nov',
  'december|dec',
];
/** Words of their own in some language: a month only beside a number. */
const AMBIGUOUS = /^(?:may|march|jan|jun|jul|sep|dec|nov|mrt)$/i;
const ISO = /\b(\d{4})-(\d{2})(?:-(\d{2}))?\b/g;
const CHINESE = /(?:(\d{4})\s?年\s?)?(?<!\d)(\d{1,2})\s?月(?:\s?(\d{1,2})\s?[日号])?/g;
const WORDS = new RegExp(
  `(?:\\b(\\d{1,2})(?:st|nd|rd|th)?\\s)?\\b(${MONTHS.join('|')})\\b\\.?(?:\\s(\\d{1,2})(?:st|nd|rd|th)?\\b)?,?(?:\\s(\\d{4}))?`,
  'gi',
);

/** Returns the dates, as much of `year-month-day` as is given (`?` for the rest), and the text without them. */
export function isoDates(text: string): { readonly dates: readonly string[]; readonly rest: string } {
  const dates: string[] = [];
  const add = (year: string | undefined, month: number, day: string | undefined) => {
    dates.push([year ?? '?', month, day ? Number(day) : '?'].join('-'));
    return ' ';
  };
  const rest = text
    .replace(ISO, (_, year: string, month: string, day?: string) => add(year, Number(month), day))
    .replace(CHINESE, (_, year?: string, month?: string, day?: string) => add(year, Number(month), day))
    .replace(WORDS, (whole: string, first?: string, name = '', second?: string, year?: string) => {
      if (AMBIGUOUS.test(name) && !first && !second && !year) return whole;
      const month = MONTHS.findIndex((names) => names.split('|').includes(name.toLowerCase()));
      return add(year, month + 1, first ?? second);
    });
  return { dates, rest };
}
