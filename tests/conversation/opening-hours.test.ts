import { describe, expect, it } from 'vitest';
import { publicHolidays } from '../../functions/catalogue/holidays.ts';
import { afterOpenHours, openingAt, type Schedule } from '../../functions/conversation/opening.ts';

const WEEKDAYS: Schedule = {
  hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '18:00' }],
  timeZone: 'Europe/Amsterdam',
  closedOn: ['2026-12-25'],
};
const ALWAYS: Schedule = {
  hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', to: '24:00' }],
  timeZone: 'Europe/Amsterdam',
  closedOn: [],
};
const at = (moment: string, schedule = WEEKDAYS) => openingAt(schedule, new Date(moment));

describe('opening hours in Amsterdam', () => {
  it('is open on a weekday, until the evening', () => {
    expect(at('2026-11-25T10:00:00+01:00')).toEqual({ openNow: true, closesAt: '2026-11-25T18:00:00+01:00' });
  });

  it('is closed at the very minute of closing, and opens the next morning', () => {
    expect(at('2026-11-25T18:00:00+01:00')).toEqual({ openNow: false, opensAt: '2026-11-26T09:00:00+01:00' });
  });

  it('is open at the very minute of opening', () => {
    expect(at('2026-11-25T09:00:00+01:00').openNow).toBe(true);
    expect(at('2026-11-25T08:59:59+01:00').openNow).toBe(false);
  });

  it('opens on Monday after a weekend', () => {
    expect(at('2026-11-28T12:00:00+01:00').opensAt).toBe('2026-11-30T09:00:00+01:00');
  });

  it('keeps the clock on the wall when summer time begins', () => {
    expect(at('2026-03-27T19:00:00+01:00').opensAt).toBe('2026-03-30T09:00:00+02:00');
  });

  it('stays closed on a holiday', () => {
    expect(at('2026-12-25T12:00:00+01:00')).toEqual({ openNow: false, opensAt: '2026-12-28T09:00:00+01:00' });
  });

  it('never closes where it is open day and night', () => {
    expect(at('2026-11-25T03:00:00+01:00', ALWAYS)).toEqual({ openNow: true });
  });

  it('opens at the earlier of two times of a day, and closes at the end of two that meet', () => {
    const days = [...(WEEKDAYS.hours[0]?.days ?? [])];
    const afternoonFirst = {
      ...WEEKDAYS,
      hours: [
        { days, from: '13:00', to: '17:00' },
        { days, from: '09:00', to: '12:00' },
      ],
    };
    expect(at('2026-11-25T08:00:00+01:00', afternoonFirst).opensAt).toBe('2026-11-25T09:00:00+01:00');
    expect(at('2026-11-25T12:30:00+01:00', afternoonFirst).opensAt).toBe('2026-11-25T13:00:00+01:00');
    const noBreak = {
      ...WEEKDAYS,
      hours: [
        { days, from: '09:00', to: '12:00' },
        { days, from: '12:00', to: '18:00' },
      ],
    };
    expect(at('2026-11-25T10:00:00+01:00', noBreak).closesAt).toBe('2026-11-25T18:00:00+01:00');
  });

  it('looks three weeks ahead, and no further', () => {
    const wednesdays = (closedOn: readonly string[]) => ({
      hours: [{ days: ['wed' as const], from: '09:00', to: '18:00' }],
      timeZone: 'Europe/Amsterdam',
      closedOn,
    });
    const evening = '2026-11-25T19:00:00+01:00';
    expect(at(evening, wednesdays(['2026-12-02', '2026-12-09'])).opensAt).toBe('2026-12-16T09:00:00+01:00');
    expect(at(evening, wednesdays(['2026-12-02', '2026-12-09', '2026-12-16']))).toEqual({ openNow: false });
  });

  it('is open by its own clock, not by the clock of the machine', () => {
    expect(at('2026-11-25T16:30:00Z').openNow).toBe(true);
    expect(at('2026-11-25T17:30:00Z').openNow).toBe(false);
  });
});

describe('an answer time counted in opening hours', () => {
  it('runs on within the day', () => {
    expect(afterOpenHours(WEEKDAYS, new Date('2026-11-25T10:00:00+01:00'), 4).toISOString()).toBe(
      '2026-11-25T13:00:00.000Z',
    );
  });

  it('may end with the day', () => {
    expect(afterOpenHours(WEEKDAYS, new Date('2026-11-25T10:00:00+01:00'), 8).toISOString()).toBe(
      '2026-11-25T17:00:00.000Z',
    );
  });

  it('is three weeks where it never opens', () => {
    expect(afterOpenHours({ ...WEEKDAYS, hours: [] }, new Date('2026-11-25T10:00:00Z'), 8).toISOString()).toBe(
      '2026-12-16T10:00:00.000Z',
    );
  });

  it('skips the night, the weekend and the holiday', () => {
    expect(afterOpenHours(WEEKDAYS, new Date('2026-12-24T17:00:00+01:00'), 2).toISOString()).toBe(
      '2026-12-28T09:00:00.000Z',
    );
  });
});

describe('Dutch public holidays', () => {
  const days = publicHolidays({ country: 'NL', types: ['public'] }, 2026);

  it.each([
    '2026-01-01',
    '2026-04-06',
    '2026-04-27',
    '2026-05-14',
    '2026-05-25',
    '2026-12-25',
    '2026-12-26',
    '2027-01-01',
  ])('knows %s', (day) => {
    expect(days).toContain(day);
  });

  it('leaves out days on which everybody works', () => {
    expect(days).not.toContain('2026-12-05');
  });
});
