import fc from 'fast-check';
import { newestComplete } from './newest-complete.ts';
import { monthsOf } from './period-months.ts';

const year = (of: number) => Array.from({ length: 12 }, (_, at) => `${of}-${String(at + 1).padStart(2, '0')}`);
const incompleteMonths = (...months: readonly string[]) => months.map((month) => ({ month }));

describe('newestComplete', () => {
  it('returns the newest complete year although a later one has begun', () => {
    expect(newestComplete([...year(2024), ...year(2025), '2026-01', '2026-02', '2026-03'], [])).toBe('2025');
    expect(newestComplete([...year(2024), ...year(2025)], incompleteMonths('2025-11'))).toBe('2024');
  });

  it('returns the newest complete quarter without a complete year, and the newest year without any', () => {
    expect(newestComplete(year(2025), incompleteMonths('2025-02', '2025-12'))).toBe('2025-Q3');
    expect(newestComplete(['2025-12', '2026-01'], [])).toBe('2026');
    expect(newestComplete([], [])).toBe('');
  });

  it('never returns a period that lacks a month while another is complete', () => {
    const all = [...year(2024), ...year(2025)];
    fc.assert(
      fc.property(fc.subarray(all), fc.subarray(all), (months, gone) => {
        const chosen = newestComplete(months, incompleteMonths(...gone));
        const isWhole = (key: string) =>
          all
            .filter((month) => month >= monthsOf(key)!.from && month <= monthsOf(key)!.to)
            .every((month) => months.includes(month) && !gone.includes(month));
        const periods = [2024, 2025].flatMap((of) => [
          String(of),
          ...[1, 2, 3, 4].map((quarter) => `${of}-Q${quarter}`),
        ]);
        if (periods.some(isWhole)) expect(isWhole(chosen)).toBe(true);
      }),
    );
  });
});
