/** Lists public holidays when a catalogue is published, so that no reply carries a holiday calendar around. */
import Holidays from 'date-holidays';

/** Years that a publication lists; a catalogue is published more often than that. */
const YEARS_AHEAD = 5;

/** Returns the ISO dates of the country's holidays of those types, from the first of `year` on. */
export function publicHolidays(
  { country, types }: { country: string; types: readonly string[] },
  year: number,
): string[] {
  const calendar = new Holidays(country);
  const days = new Set<string>();
  for (let ahead = 0; ahead < YEARS_AHEAD; ahead += 1) {
    for (const { date, type } of calendar.getHolidays(year + ahead)) {
      if (types.includes(type)) days.add(date.slice(0, 10));
    }
  }
  return [...days].sort();
}
