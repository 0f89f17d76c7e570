import { monthsOf } from './period-months.ts';

/** A month that some ledger is not complete for, and whose. */
export interface IncompleteMonth {
  readonly month: string;
  readonly buyers: readonly string[];
  readonly isAll: boolean;
}

/** Consecutive months in the list that the same buyers lack. */
export interface IncompleteSpan {
  readonly from: string;
  readonly to: string;
  readonly buyers: readonly string[];
  readonly isAll: boolean;
}

/** Returns what a period lacks, with months that the same buyers lack put together. `period`: a key such as 2026-Q1, '' for all months; `buyer`: a name, where one is chosen. */
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
