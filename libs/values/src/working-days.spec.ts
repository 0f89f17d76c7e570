import fc from 'fast-check';
import { addDays, dateOfDay, dayNumber, endOfOsloDay, isDate, osloDate, startOfOsloDay, weekday } from './calendar.ts';
import { Period } from './period.ts';
import {
  addWorkingDays,
  dueDate,
  easterSunday,
  holidayOn,
  holidays,
  isWorkingDay,
  workingDaysAfter,
} from './working-days.ts';

const days = fc.integer({ min: dayNumber('2000-01-01')!, max: dayNumber('2060-01-01')! }).map(dateOfDay);

describe('the Norwegian calendar', () => {
  it.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Easter Sunday of %i is %s', (year, date) => {
    expect(easterSunday(year)).toBe(date);
  });

  it('lists the public holidays of 2026', () => {
    expect([...holidays(2026).keys()].sort()).toEqual([
      '2026-01-01',
      '2026-04-02',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-17',
      '2026-05-24',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ]);
    expect(holidayOn('2026-05-14')).toBe('ascension-day');
    // In 2008 Ascension Day fell on 1 May: one day with two names.
    expect(isWorkingDay('2008-05-01')).toBe(false);
    expect(isWorkingDay('2026-12-24')).toBe(true);
  });

  it('rejects days that do not exist', () => {
    expect(isDate('2025-02-30')).toBe(false);
    expect(isDate('2024-02-29')).toBe(true);
    expect(isDate('2100-02-29')).toBe(false);
    expect(() => addDays('2025-13-01', 1)).toThrow(RangeError);
    expect(weekday('2026-04-20')).toBe(1);
  });

  it('starts the day in Oslo one or two hours before UTC', () => {
    expect(startOfOsloDay('2026-01-20').toISOString()).toBe('2026-01-19T23:00:00.000Z');
    expect(startOfOsloDay('2026-07-20').toISOString()).toBe('2026-07-19T22:00:00.000Z');
    expect(endOfOsloDay('2026-03-29').toISOString()).toBe('2026-03-29T22:00:00.000Z');
    expect(endOfOsloDay('2026-10-25').toISOString()).toBe('2026-10-25T23:00:00.000Z');
    expect(osloDate(new Date('2026-03-31T22:30:00Z'))).toBe('2026-04-01');
  });

  it('keeps the instant before the end of a day on that day', () => {
    fc.assert(
      fc.property(days, (date) => {
        expect(osloDate(startOfOsloDay(date))).toBe(date);
        expect(osloDate(new Date(endOfOsloDay(date).getTime() - 1))).toBe(date);
      }),
      { numRuns: 50 },
    );
  });
});

describe('due dates', () => {
  it.each([
    ['2025-Q4', '2026-01-20'],
    ['2026-Q1', '2026-04-20'],
    ['2026-Q2', '2026-08-05'],
    ['2026-Q3', '2026-10-20'],
  ])('%s on fixed dates: %s', (key, due) => {
    expect(dueDate({ kind: 'fixed-dates', dates: ['04-20', '08-05', '10-20', '01-20'] }, Period.parse(key))).toBe(due);
  });

  it('n calendar days and n working days after the last day', () => {
    expect(dueDate({ kind: 'calendar-days', days: 30 }, Period.parse('2026-Q1'))).toBe('2026-04-30');
    // 1 April is a working day; Maundy Thursday to Easter Monday are not.
    expect(dueDate({ kind: 'working-days', days: 1 }, Period.parse('2026-Q1'))).toBe('2026-04-01');
    expect(dueDate({ kind: 'working-days', days: 5 }, Period.parse('2026-Q1'))).toBe('2026-04-10');
    expect(dueDate({ kind: 'working-days', days: 15 }, Period.parse('2025'))).toBe('2026-01-22');
  });

  it('counts only working days for a day fine', () => {
    expect(workingDaysAfter('2026-04-01', '2026-04-07')).toBe(1);
    expect(workingDaysAfter('2026-04-20', '2026-04-20')).toBe(0);
    expect(workingDaysAfter('2026-04-20', '2026-04-10')).toBe(0);
  });

  it('adds n working days so that n working days have passed', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (date, count) => {
        const later = addWorkingDays(date, count);
        expect(isWorkingDay(later)).toBe(true);
        expect(workingDaysAfter(date, later)).toBe(count);
      }),
    );
  });
});
