import { Injectable } from '@nestjs/common';
import { EstimateChange, type Comparison, type PeriodChange } from '@tallgrunn/emissions-server';
import { compare, divide, multiply, signOf } from '@tallgrunn/values';
import { ReadTargetFigures, type BaseFigure, type FigureReason, type TargetFigure } from './target-figures.ts';
import { isShare, pathValues, type PathPoint, type TargetKind } from './target.ts';

/** Position relative to the path: `unclear` if the interval contains the path's value. */
export const pathPositions = ['on-path', 'behind', 'unclear'] as const;
export type PathPosition = (typeof pathPositions)[number];

export interface StoredTarget {
  readonly buyerId: string | null;
  readonly kind: TargetKind;
  readonly baseYear: number;
  readonly targetYear: number;
  readonly targetValue: string;
  readonly path: readonly PathPoint[];
}

/**
 * The figure of a year against the path, for the months and buyers that can be compared with the base year. Values are
 * of these months.
 */
export interface YearProgress {
  readonly year: number;
  readonly comparison: Comparison;
  /** Figure of the same months and buyers in the base year. */
  readonly base: string | null;
  readonly figure: TargetFigure | null;
  /** Value of the path: the base figure reduced as much as the path is. */
  readonly required: string | null;
  /** Null if no position can be stated; then `reason` says why. */
  readonly position: PathPosition | null;
  readonly reason: FigureReason | null;
}

export interface TargetProgress {
  readonly base: BaseFigure;
  /** Value of the path in each year; empty if the base figure is not known. */
  readonly path: readonly PathPoint[];
  readonly years: readonly YearProgress[];
}

const SCALE = 9;

/** Reads how far a target is reached: its figure each year since the base year, for complete months only. */
@Injectable()
export class ReadTargetProgress {
  constructor(
    private readonly figures: ReadTargetFigures,
    private readonly estimateChange: EstimateChange,
  ) {}

  /** @param lastYear last year to read; the current one */
  async run(target: StoredTarget, lastYear: number): Promise<TargetProgress> {
    const { kind, baseYear, targetYear, targetValue } = target;
    const base = await this.figures.ofYear(kind, baseYear, target.buyerId);
    const path =
      base.figure === null
        ? []
        : pathValues({ baseYear, baseValue: base.figure.value, targetYear, targetValue, typed: target.path });
    const years: YearProgress[] = [];
    for (let year = baseYear + 1; year <= Math.min(lastYear, targetYear); year += 1)
      years.push(await this.#year(target, base, path.find((point) => point.year === year)?.value ?? null, year));
    return { base, path, years };
  }

  async #year(target: StoredTarget, base: BaseFigure, pathValue: string | null, year: number): Promise<YearProgress> {
    const { kind, baseYear, buyerId } = target;
    const change = await this.estimateChange.run(
      { from: `${year}-01`, to: `${year}-12`, ...(buyerId ? { buyerId } : {}) },
      { from: `${baseYear}-01`, to: `${baseYear}-12` },
    );
    const { comparison } = change;
    const common = { year, comparison };
    const none = { base: null, figure: null, required: null, position: null };
    if (comparison.standing === 'incomplete' || change.before === null)
      return { ...common, ...none, reason: 'incomplete' };
    const buyers = comparison.buyers.map(({ id }) => id);
    const [before, after] = isShare(kind)
      ? [
          await this.figures.share(kind, comparison.before, buyers),
          await this.figures.share(kind, comparison.after, buyers),
        ]
      : await this.#emissions(kind, change, [baseYear, year], buyers);
    if (!before || !after)
      return { ...common, ...none, reason: kind === 'emissions-per-inhabitant' ? 'no-population' : 'no-purchases' };
    const required =
      pathValue === null || base.figure === null
        ? null
        : requiredValue(kind, before.value, base.figure.value, pathValue);
    // The path starts at the figure of the whole base year; without all of it, it has no known start.
    const isStartKnown = base.incomplete.length === 0 && required !== null;
    return {
      ...common,
      base: before.value,
      figure: after,
      required,
      position: isStartKnown ? positionOf(kind, after, required) : null,
      reason: isStartKnown ? null : (base.reason ?? 'incomplete'),
    };
  }

  /**
   * Returns the figures of the months compared. The interval is that of the change, extended to what it would be without
   * purchases booked in other months than they were made in.
   */
  async #emissions(
    kind: TargetKind,
    { before, after, low, high, shifted, spendBefore, spendAfter }: PeriodChange,
    years: readonly [number, number],
    buyers: readonly string[],
  ): Promise<[TargetFigure, TargetFigure] | [null, null]> {
    const [sizeBefore, sizeAfter] =
      kind === 'emissions-per-krone'
        ? [spendBefore, spendAfter]
        : kind === 'emissions-per-inhabitant'
          ? [await this.figures.inhabitants(years[0], buyers), await this.figures.inhabitants(years[1], buyers)]
          : ['1', '1'];
    if (!sizeBefore || !sizeAfter || signOf(sizeBefore) <= 0 || signOf(sizeAfter) <= 0) return [null, null];
    const kg = Number(before);
    const per = (amount: string) => divide(amount, sizeAfter, SCALE);
    return [
      { value: divide(before ?? '0', sizeBefore, SCALE), low: null, high: null },
      {
        value: per(after ?? '0'),
        low: per((kg + Number(low) - Math.max(0, Number(shifted))).toFixed(3)),
        high: per((kg + Number(high) + Math.max(0, -Number(shifted))).toFixed(3)),
      },
    ];
  }
}

/** Returns the value required of the months compared: shares as they are, others in proportion to their base. */
function requiredValue(kind: TargetKind, monthsBase: string, yearBase: string, pathValue: string): string | null {
  if (isShare(kind)) return pathValue;
  return signOf(yearBase) > 0 ? multiply(monthsBase, divide(pathValue, yearBase, SCALE)) : null;
}

function positionOf(kind: TargetKind, { value, low, high }: TargetFigure, required: string): PathPosition {
  if (isShare(kind)) return compare(value, required) >= 0 ? 'on-path' : 'behind';
  if (compare(high ?? value, required) <= 0) return 'on-path';
  return compare(low ?? value, required) > 0 ? 'behind' : 'unclear';
}
