/** Numbers, shares and moments as the reader writes them. */
import type { Share } from './admin-client.ts';
import type { Locale } from './strings.ts';

const NOTHING = '–';
const MINUTES_PER_HOUR = 60;
/** From here on hours say more than minutes. */
const HOURS_FROM_MINUTES = 120;

/** Returns the functions that write for a locale. Null becomes a dash. */
export function formatsFor(locale: Locale) {
  const tag = locale === 'zh' ? 'zh-Hans' : locale;
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(tag, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const percent = new Intl.NumberFormat(tag, { style: 'percent' });
  const signedPercent = new Intl.NumberFormat(tag, { style: 'percent', signDisplay: 'exceptZero' });
  const unit = (name: string, digits: number) =>
    new Intl.NumberFormat(tag, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits });
  const day = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(tag, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  });
  const orNothing =
    (write: (value: number) => string) =>
    (value: number | null): string =>
      value === null ? NOTHING : write(value);

  return {
    number: orNothing((value) => number.format(value)),
    signed: orNothing((value) => signed.format(value)),
    percent: orNothing((value) => percent.format(value)),
    signedPercent: orNothing((value) => signedPercent.format(value)),
    /** The 95 % interval, or a dash without cases. */
    interval: ({ value, low, high }: Share): string =>
      value === null ? NOTHING : `${percent.format(low)} – ${percent.format(high)}`,
    minutes: orNothing((value) =>
      value < HOURS_FROM_MINUTES ? unit('minute', 0).format(value) : unit('hour', 1).format(value / MINUTES_PER_HOUR),
    ),
    /** An ISO date. */
    day: (date: string): string => day.format(new Date(date)),
    /** An ISO moment, in the reader's own time zone. */
    moment: (at: string): string => moment.format(new Date(at)),
  };
}
export type Formats = ReturnType<typeof formatsFor>;
