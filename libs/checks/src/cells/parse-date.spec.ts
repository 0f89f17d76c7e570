import fc from 'fast-check';
import { dateOfDay } from '@tallgrunn/values';
import { parseDate } from './parse-date.ts';

describe('written dates', () => {
  it.each([
    ['2025-03-31', '2025-03-31', null],
    ['31.03.2025', '2025-03-31', null],
    ['1.3.2025', '2025-03-01', null],
    ['2025-03-31T10:15:00Z', '2025-03-31', null],
    ['31.03.2025 12:30', '2025-03-31', null],
    ['31.mar 25', '2025-03-31', 'date-text'],
    ['31. mars 2025', '2025-03-31', 'date-text'],
    ['March 31, 2025', '2025-03-31', 'date-text'],
    ['31.03.25', '2025-03-31', 'date-text'],
    ['2025/3', '2025-03-01', 'date-text'],
    ['2025-03', '2025-03-01', null],
    ['202503', '2025-03-01', 'date-text'],
    ['20250331', '2025-03-31', 'date-text'],
    ['mars 2025', '2025-03-01', 'date-text'],
    ['desember 2025', '2025-12-01', 'date-text'],
    ['45748', '2025-04-01', 'serial'],
    ['25/03/2025', '2025-03-25', null],
    ['03/25/2025', '2025-03-25', null],
    ["'05.03.2026", '2026-03-05', null],
    ['05.03.2026\u200b', '2026-03-05', null],
    ['3/4-25', '2025-04-03', 'date-text'],
    ['3.4-2025', '2025-04-03', 'date-text'],
    ['Tirsdag 3. mars 26', '2026-03-03', 'date-text'],
    ['tue 03.03.2026', '2026-03-03', null],
    ['3.3.26 kl 14:05', '2026-03-03', 'date-text'],
  ])('%s is %s', (text, value, note) => expect(parseDate(text, null)).toMatchObject({ value, note }));

  it('reports when day and month may be swapped', () => {
    expect(parseDate('04/03/2025', null)).toMatchObject({
      value: '2025-03-04',
      other: '2025-04-03',
      note: 'day-month',
    });
    expect(parseDate('04/03/2025', 'month-first')).toMatchObject({ value: '2025-04-03', note: null });
    expect(parseDate('04.03.2025', null)).toMatchObject({ value: '2025-03-04', note: null });
    expect(parseDate('25/03/2025', null).evidence).toBe('day-first');
  });

  it('rejects days that do not exist, and texts', () => {
    expect(parseDate('30.02.2025', null)).toMatchObject({ value: null, note: 'impossible-date' });
    for (const text of ['uke 12', 'uke 12 2026', '3.3.', 'tirsdag', '3/13-25'])
      expect(parseDate(text, null)).toMatchObject({ value: null });
  });

  it('ignores a time of day, however systems write it', () => {
    const two = (part: number): string => String(part).padStart(2, '0');
    fc.assert(
      fc.property(
        fc.integer({ min: 18_262, max: 29_000 }),
        fc.nat({ max: 23 }),
        fc.nat({ max: 59 }),
        fc.nat({ max: 59 }),
        (day, hour, minute, second) => {
          const iso = dateOfDay(day);
          const [year, month, date] = iso.split('-');
          const [clock, full] = [`${two(hour)}:${two(minute)}`, `${two(hour)}:${two(minute)}:${two(second)}`];
          const twelve = `${(hour % 12) + 1}:${two(minute)}`;
          for (const time of [`T${full}+02:00`, ` ${full} +0200`, ` ${clock}`])
            expect(parseDate(`${iso}${time}`, null)).toMatchObject({ value: iso, note: null });
          // From 22:00 in UTC it may be the next day in Norway.
          const early = `${two(hour % 22)}:${two(minute)}:${two(second)}`;
          for (const time of [`T${early}.123Z`, ` ${early} UTC`])
            expect(parseDate(`${iso}${time}`, null)).toMatchObject({ value: iso, note: null });
          for (const time of [` ${clock}`, `, ${clock} Uhr`, ` kl. ${clock.replace(':', '.')}`, ` ${full},5`])
            expect(parseDate(`${date}.${month}.${year}${time}`, null)).toMatchObject({ value: iso, note: null });
          for (const time of [` ${twelve} AM`, `, ${twelve}:${two(second)} PM`, ` ${twelve} p.m.`])
            expect(parseDate(`${Number(month)}/${Number(date)}/${year}${time}`, 'month-first').value).toBe(iso);
        },
      ),
    );
  });

  it('reads the midnight of a day in Norway, written in UTC, as that day, and says so', () => {
    for (const [text, value] of [
      ['2026-03-31T22:00:00.000Z', '2026-04-01'],
      ['2026-01-31 23:00:00 UTC', '2026-02-01'],
      ['31.03.2026 22:00:00Z', '2026-04-01'],
    ] as const)
      expect(parseDate(text, null)).toMatchObject({ value, note: 'date-text' });
    expect(parseDate('2026-01-31T22:00:00Z', null)).toMatchObject({ value: '2026-01-31', note: null });
  });

  it('reads all Norwegian notations of a date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_957, max: 29_000 }), (day) => {
        const iso = dateOfDay(day);
        const [year, month, date] = iso.split('-');
        expect(parseDate(`${date}.${month}.${year}`, null).value).toBe(iso);
        expect(parseDate(String(day + 25_569), null).value).toBe(iso);
      }),
    );
  });
});
