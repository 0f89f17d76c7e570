import { add, divide, multiply, subtract } from '@tallgrunn/values';

/**
 * What a target is of: emissions (kg CO2e), emissions per NOK or per inhabitant, or the share of the spend that is known
 * by item or calculated from suppliers' declarations.
 */
export const targetKinds = [
  'emissions',
  'emissions-per-krone',
  'emissions-per-inhabitant',
  'share-by-item',
  'share-declared',
] as const;
export type TargetKind = (typeof targetKinds)[number];

/** Returns whether more is better. */
export const isShare = (kind: TargetKind): boolean => kind === 'share-by-item' || kind === 'share-declared';

export interface PathPoint {
  readonly year: number;
  /** Decimal text. */
  readonly value: string;
}

/** The values that define a path: those of the base year and target year, and typed ones between them. */
export interface TargetPath {
  readonly baseYear: number;
  readonly baseValue: string;
  readonly targetYear: number;
  readonly targetValue: string;
  readonly typed: readonly PathPoint[];
}

const SCALE = 9;

/** Returns the value of the path in each year after the base year: typed, or on the straight line between two values. */
export function pathValues({ baseYear, baseValue, targetYear, targetValue, typed }: TargetPath): PathPoint[] {
  const fixed = [
    { year: baseYear, value: baseValue },
    ...typed.filter(({ year }) => year > baseYear && year < targetYear).toSorted((a, b) => a.year - b.year),
    { year: targetYear, value: targetValue },
  ];
  return Array.from({ length: targetYear - baseYear }, (_, at) => {
    const year = baseYear + 1 + at;
    const to = fixed.find((point) => point.year >= year)!;
    const from = fixed.findLast((point) => point.year < year)!;
    const passed = divide(String(year - from.year), String(to.year - from.year), SCALE);
    const value = add(from.value, multiply(subtract(to.value, from.value), passed));
    return { year, value: year === to.year ? to.value : value };
  });
}
