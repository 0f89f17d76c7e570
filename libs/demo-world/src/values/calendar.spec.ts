import { addWorkingDays, easterSunday, isWorkingDay, periodRange, serialOf, workingDaysBetween } from './calendar.ts';

describe('the calendar', () => {
  it('calculates Easter', () => {
    expect([2024, 2025, 2026, 2027].map(easterSunday)).toEqual([
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
    ]);
  });

  it('skips weekends and Norwegian holidays', () => {
    expect(
      ['2025-04-17', '2025-05-01', '2025-05-29', '2025-06-09', '2026-05-17', '2026-08-08'].map(isWorkingDay),
    ).toEqual(Array(6).fill(false));
    expect(isWorkingDay('2025-04-16')).toBe(true);
  });

  it('counts working days after the end of a period', () => {
    expect(addWorkingDays('2026-07-31', 10)).toBe('2026-08-14');
    expect(addWorkingDays('2025-03-31', 10)).toBe('2025-04-14');
    expect(addWorkingDays('2025-04-30', 10)).toBe('2025-05-15');
    expect(workingDaysBetween('2026-08-05', '2026-08-10')).toBe(3);
  });

  it('reads months and quarters', () => {
    expect(periodRange('2025-12')).toEqual({ start: '2025-12-01', end: '2026-01-01' });
    expect(periodRange('2025-Q4')).toEqual({ start: '2025-10-01', end: '2026-01-01' });
    expect(serialOf('2025-04-01')).toBe(45748);
  });
});
