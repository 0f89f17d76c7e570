import type { PivotDto } from '@tallgrunn/api-client/shapes';

export const paretoDimensions = ['item', 'supplier', 'category', 'agreement'] as const;
export type ParetoDimension = (typeof paretoDimensions)[number];
export const pictureMeasures = ['booked', 'emissions'] as const;
export type PictureMeasure = (typeof pictureMeasures)[number];

export interface ParetoRow {
  readonly key: string;
  readonly label: string | null;
  readonly value: number;
  /** Share of the sum of all rows that are known, 0 to 1, and of this and all larger rows together. */
  readonly share: number;
  readonly cumulative: number;
  readonly sums: PivotDto['rows'][number];
}

export interface Pareto {
  /** Rows with a positive value, the largest first. */
  readonly rows: readonly ParetoRow[];
  /** Rows in all, and the sum of those that are known. */
  readonly rowCount: number;
  readonly known: number;
  /** Part of everything selected that is known by the dimension, 0 to 1; null without any. */
  readonly shareKnown: number | null;
  /** How many of the largest rows have half of the sum; null if more than those that were read. */
  readonly halfCount: number | null;
}

/** Value of a sum by a measure: amounts, or tonnes. Nothing calculated counts as nothing, and is stated separately. */
export const measured = (
  sums: { readonly booked: string; readonly kgCo2e: string | null },
  by: PictureMeasure,
): number => (by === 'booked' ? Number(sums.booked) : Number(sums.kgCo2e ?? 0) / 1000);

/** Calculates the cumulative shares of a pivot's rows, without what is not known by its dimension. */
export function paretoOf(answer: PivotDto, by: PictureMeasure): Pareto {
  const unknown = answer.rows.find(({ key }) => key === null);
  const total = measured(answer.total, by);
  const known = total - (unknown ? measured(unknown, by) : 0);
  let sum = 0;
  const rows = answer.rows
    .flatMap((row) => (row.key === null ? [] : [{ row, key: row.key, value: measured(row, by) }]))
    .filter(({ value }) => value > 0)
    .toSorted((a, b) => b.value - a.value)
    .map(({ row, key, value }) => {
      sum += value;
      return { key, label: row.label, value, sums: row, share: shareOf(value, known), cumulative: shareOf(sum, known) };
    });
  const half = rows.findIndex(({ cumulative }) => cumulative >= 0.5);
  return {
    rows,
    rowCount: answer.rowCount - (unknown ? 1 : 0),
    known,
    shareKnown: total > 0 ? shareOf(known, total) : null,
    halfCount: half < 0 ? null : half + 1,
  };
}

const shareOf = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
