import { monthsOf } from './period-months.ts';

/** A month with incomplete ledgers, and their buyers. */
export interface IncompleteMonth {
  readonly month: string;
  readonly buyers: readonly string[];
  readonly isAll: boolean;
}

/** Consecutive months that are incomplete for the same buyers. */
export interface IncompleteSpan {
  readonly from: string;
  readonly to: string;
  readonly buyers: readonly string[];
  readonly isAll: boolean;
}

/**
 * Returns the incomplete months of a period, consecutive ones with the same buyers combined.
 * @param period a key such as 2026-Q1; '' = all months
 * @param buyer name of the selected buyer; null = all
 */
export function incompleteIn(
  period: string,
  buyer: string | null,
  months: readonly IncompleteMonth[],
): IncompleteSpan[] {
  const span = monthsOf(period);
  const inside = months.filter(
    ({ month, buyers }) =>
      (span === null || (month >= span.from && month <= span.to)) && (buyer === null || buyers.includes(buyer)),
  );
  const spans: IncompleteSpan[] = [];
  for (const { month, buyers: all, isAll } of inside) {
    const buyers = buyer === null ? all : [buyer];
    const last = spans.at(-1);
    const isSame = last !== undefined && last.buyers.join() === buyers.join();
    if (isSame) spans[spans.length - 1] = { ...last, to: month };
    else spans.push({ from: month, to: month, buyers, isAll: isAll && buyer === null && buyers.length > 1 });
  }
  return spans;
}
