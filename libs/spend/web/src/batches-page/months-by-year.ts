import type { CoverageDto } from '@tallgrunn/api-client/shapes';

/** Loaded ledger months of a buyer by year: "2026": ["01", "02"]. */
export interface BuyerCoverage {
  readonly buyer: string;
  readonly years: readonly { readonly year: string; readonly months: readonly string[] }[];
}

/** Groups ledger coverage by buyer and year. */
export function monthsByYear(rows: readonly CoverageDto[]): readonly BuyerCoverage[] {
  const buyers = [...new Set(rows.map(({ buyer }) => buyer))];
  return buyers.map((buyer) => {
    const months = rows.filter((row) => row.buyer === buyer).map(({ month }) => month);
    const years = [...new Set(months.map((month) => month.slice(0, 4)))].sort();
    return {
      buyer,
      years: years.map((year) => ({ year, months: months.filter((month) => month.startsWith(year)).sort() })),
    };
  });
}
