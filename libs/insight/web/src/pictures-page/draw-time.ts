import type { FilterOptionsDto, PeriodUncertaintyDto, PivotDto } from '@tallgrunn/api-client/shapes';
import { Period } from '@tallgrunn/values';
import { monthsOf } from '../figures/period-months.ts';

export const periodKinds = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** Purchases and emissions of one period. Decimals are text. */
export interface TimePoint {
  readonly key: string;
  /** Null for years without ledgers, which only have figures made elsewhere. */
  readonly booked: string | null;
  /** kg CO2e; null if nothing is calculated. */
  readonly kgCo2e: string | null;
  /** 95 % interval, kg; null where it is not calculated for the selection. */
  readonly interval: { readonly low: string; readonly high: string } | null;
  /** Whether the ledgers of all its months are complete. */
  readonly isComplete: boolean;
  /** Who made the emission figure, if it is recorded from elsewhere. */
  readonly madeBy?: string | null;
}

type Completeness = Pick<FilterOptionsDto, 'months' | 'incomplete' | 'withoutLedger'>;

/**
 * Returns every period from the first to the last with purchases, the oldest first.
 * @param buyer name of the selected buyer; null = all
 */
export function timePoints(
  rows: PivotDto['rows'],
  intervals: readonly PeriodUncertaintyDto[],
  completeness: Completeness,
  buyer: string | null,
): readonly TimePoint[] {
  const sums = new Map(rows.flatMap((row) => (row.key === null ? [] : [[row.key, row] as const])));
  const keys = [...sums.keys()].toSorted();
  const [first, last] = [keys[0], keys.at(-1)];
  if (first === undefined || last === undefined) return [];
  const points: TimePoint[] = [];
  for (let period = Period.parse(first); period.key <= last; period = Period.next(period)) {
    const { key } = period;
    const interval = intervals.find((each) => each.period === key);
    points.push({
      key,
      booked: sums.get(key)?.booked ?? '0.00',
      kgCo2e: sums.get(key)?.kgCo2e ?? null,
      interval: interval ? { low: interval.low, high: interval.high } : null,
      isComplete: isComplete(key, completeness, buyer),
    });
  }
  return points;
}

/**
 * Returns whether the ledgers are complete for each month of a period. The subtitle names buyers without any:
 * they are in no bar.
 */
function isComplete(key: string, { months, incomplete, withoutLedger }: Completeness, buyer: string | null): boolean {
  const span = monthsOf(key);
  if (!span || (buyer !== null && withoutLedger.includes(buyer))) return false;
  const lacking = incomplete.filter(({ buyers }) => buyer === null || buyers.includes(buyer)).map(({ month }) => month);
  for (let month = Period.parse(span.from); month.key <= span.to; month = Period.next(month)) {
    if (!months.includes(month.key) || lacking.includes(month.key)) return false;
  }
  return true;
}

/** Returns the complete period with the largest purchases; null if no period is complete. */
export function largestComplete(points: readonly TimePoint[]): TimePoint | null {
  return points
    .filter((point) => point.isComplete)
    .reduce<TimePoint | null>(
      (most, point) => (!most || Number(point.booked) > Number(most.booked) ? point : most),
      null,
    );
}

/** Returns the axis labels to show, so that they do not overlap: the first, and every so many after it. */
export function everyLabel(count: number, width: number, labelWidth: number): number {
  return Math.max(1, Math.ceil((count * labelWidth) / Math.max(1, width)));
}
