import type { MonthCompletenessDto } from '@tallgrunn/api-client/shapes';
import { matrixYears } from './matrix-years.ts';

const month = (key: string): MonthCompletenessDto => ({
  month: key,
  ledger: { state: 'complete', postingCount: 3, lastLoadedAt: null, statement: null },
  invoiceCount: 0,
  reports: { state: 'not-expected', expected: 0, complete: 0, waiting: 0, partial: 0, late: 0 },
});

describe('matrixYears', () => {
  it('puts the newest year first with twelve months each, and leaves months without data empty', () => {
    const years = matrixYears([{ buyerId: 'b1', name: 'Grue', months: ['2025-12', '2026-01', '2026-02'].map(month) }]);
    expect(years.map(({ year }) => year)).toEqual(['2026', '2025']);
    expect(years[0]!.months).toHaveLength(12);
    expect(years[0]!.buyers[0]!.months.map((each) => each?.month ?? null).slice(0, 3)).toEqual([
      '2026-01',
      '2026-02',
      null,
    ]);
    expect(years[1]!.buyers[0]!.months.filter((each) => each !== null).map(({ month: key }) => key)).toEqual([
      '2025-12',
    ]);
  });

  it('returns no year without a buyer', () => {
    expect(matrixYears([])).toEqual([]);
  });
});
