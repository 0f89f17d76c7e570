import type { BuyerCompletenessDto, MonthCompletenessDto } from '@tallgrunn/api-client/shapes';

/** One buyer's twelve months of a year; null = month not shown. */
export interface BuyerYear {
  readonly buyerId: string;
  readonly name: string;
  readonly months: readonly (MonthCompletenessDto | null)[];
}

export interface MatrixYear {
  readonly year: string;
  /** 2026-01 … 2026-12. */
  readonly months: readonly string[];
  readonly buyers: readonly BuyerYear[];
}

/** Returns a matrix per year, latest first. */
export function matrixYears(buyers: readonly BuyerCompletenessDto[]): MatrixYear[] {
  const years = [...new Set((buyers[0]?.months ?? []).map(({ month }) => month.slice(0, 4)))].sort().reverse();
  return years.map((year) => {
    const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
    return {
      year,
      months,
      buyers: buyers.map(({ buyerId, name, months: all }) => {
        const known = new Map(all.map((each) => [each.month, each]));
        return { buyerId, name, months: months.map((month) => known.get(month) ?? null) };
      }),
    };
  });
}
