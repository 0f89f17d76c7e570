import { dueDate, holidays } from './working-days.ts';
import { Period, type PeriodKind } from './period.ts';

/**
 * An independent calendar: Easter from a printed table, days counted with JavaScript's Date. Nothing here uses the code
 * under test. Easter Sundays of the Gregorian calendar as church calendars list them.
 */
const easterSundays =
  '2015-04-05 2016-03-27 2017-04-16 2018-04-01 2019-04-21 2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25 2036-04-13 2037-04-05 2038-04-25 2039-04-10 2040-04-01 2041-04-21'.split(
    ' ',
  );
const DAY_MS = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const free = new Set(
  easterSundays.flatMap((sunday) => {
    const easter = Date.parse(sunday);
    const year = sunday.slice(0, 4);
    return [
      ...[-3, -2, 0, 1, 39, 49, 50].map((days) => iso(easter + days * DAY_MS)),
      ...['01-01', '05-01', '05-17', '12-25', '12-26'].map((day) => `${year}-${day}`),
    ];
  }),
);

function nthWorkingDayAfter(lastDay: string, count: number): string {
  let time = Date.parse(lastDay);
  for (let left = count; left > 0;) {
    time += DAY_MS;
    const weekend = [0, 6].includes(new Date(time).getUTCDay());
    if (!weekend && !free.has(iso(time))) left -= 1;
  }
  return iso(time);
}

/** Returns the last days of the periods of 2015 to 2040, without using Period. */
function ends(months: number): [index: number, lastDay: string][] {
  return Array.from({ length: (26 * 12) / months }, (_, index) => [
    index,
    iso(Date.UTC(2015, (index + 1) * months, 1) - DAY_MS),
  ]);
}

const kinds: [PeriodKind, number][] = [
  ['month', 1],
  ['quarter', 3],
  ['tertial', 4],
  ['half-year', 6],
  ['year', 12],
];

describe('due dates from 2015 to 2040, against an independent calculation', () => {
  it('has the same public holidays', () => {
    const ours = Array.from({ length: 27 }, (_, index) => [...holidays(2015 + index).keys()]).flat();
    expect([...new Set(ours)].sort()).toEqual([...free].sort());
  });

  it.each(kinds)('n working days after every %s', (kind, months) => {
    let period = Period.containing(kind, '2015-01-01');
    for (const [, lastDay] of ends(months)) {
      for (const days of [1, 3, 5, 10, 15, 20, 45])
        expect([period.key, days, dueDate({ kind: 'working-days', days }, period)]).toEqual([
          period.key,
          days,
          nthWorkingDayAfter(lastDay, days),
        ]);
      period = Period.next(period);
    }
    expect(period.start).toBe('2041-01-01');
  });

  it.each(kinds)('n calendar days after every %s', (kind, months) => {
    let period = Period.containing(kind, '2015-01-01');
    for (const [, lastDay] of ends(months)) {
      for (const days of [10, 15, 30, 31])
        expect(dueDate({ kind: 'calendar-days', days }, period)).toBe(iso(Date.parse(lastDay) + days * DAY_MS));
      period = Period.next(period);
    }
  });

  it('applies the clause of 20.04, 05.08, 20.10 and 20.01 to the day, or the next working day', () => {
    const workingDayFrom = (day: string): string => {
      let time = Date.parse(day);
      while (free.has(iso(time)) || [0, 6].includes(new Date(time).getUTCDay())) time += DAY_MS;
      return iso(time);
    };
    const clause = { kind: 'fixed-dates', dates: ['04-20', '08-05', '10-20', '01-20'] } as const;
    for (let year = 2015; year <= 2040; year += 1) {
      expect([1, 2, 3, 4].map((quarter) => dueDate(clause, Period.parse(`${year}-Q${quarter}`)))).toEqual([
        workingDayFrom(`${year}-04-20`),
        workingDayFrom(`${year}-08-05`),
        workingDayFrom(`${year}-10-20`),
        workingDayFrom(`${year + 1}-01-20`),
      ]);
    }
    expect(dueDate(clause, Period.parse('2025-Q1'))).toBe('2025-04-22'); // 20 April was Easter Sunday
  });
});
