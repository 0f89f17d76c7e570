import type { PivotDto, PivotSumsDto } from '@tallgrunn/api-client/shapes';
import { measured, type PictureMeasure } from './draw-pareto.ts';

/** Columns of the picture at most. */
export const HEAT_COLUMNS_MAX = 6;

export interface HeatCell {
  readonly value: number;
  /** Share of the largest cell, 0 to 1. */
  readonly strength: number;
  /** Null where nothing was bought. */
  readonly sums: PivotSumsDto | null;
}

export interface HeatRow {
  readonly key: string | null;
  readonly label: string | null;
  readonly cells: readonly HeatCell[];
  readonly sums: PivotSumsDto;
}

export interface Heat {
  /** Keys of the columns with the largest totals; null = not known. */
  readonly columns: readonly (string | null)[];
  readonly rows: readonly HeatRow[];
  /** Columns that are not shown. */
  readonly otherColumnCount: number;
  readonly largest: { readonly row: HeatRow; readonly column: string | null; readonly cell: HeatCell } | null;
}

/**
 * Arranges a pivot's cells by its largest rows and columns. The row without a key is a group of many: it is shown, but
 * columns, shades and the largest cell are those of the other rows, if there are any.
 */
export function heatOf(answer: PivotDto, by: PictureMeasure, rowsMax: number): Heat {
  const cellOf = new Map(answer.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const shown = answer.rows.slice(0, rowsMax);
  const single = shown.filter(({ key }) => key !== null);
  const compared = single.length > 0 ? single : shown;
  const sumsOf = (row: string | null, column: string | null) => cellOf.get(`${row} ${column}`) ?? null;
  const valueOf = (sums: PivotSumsDto | null) => (sums ? measured(sums, by) : 0);
  const totalOf = (column: string | null) => compared.reduce((sum, { key }) => sum + valueOf(sumsOf(key, column)), 0);
  const ranked = answer.columns.toSorted(
    (a, b) => totalOf(b.key) - totalOf(a.key) || measured(b, by) - measured(a, by),
  );
  const columns = ranked.slice(0, HEAT_COLUMNS_MAX).map(({ key }) => key);
  const most = Math.max(0, ...compared.flatMap(({ key }) => columns.map((column) => valueOf(sumsOf(key, column)))));
  const rows = shown.map((row): HeatRow => {
    const cells = columns.map((column) => {
      const sums = sumsOf(row.key, column);
      const value = valueOf(sums);
      return { sums, value, strength: most > 0 ? Math.min(1, Math.max(0, value) / most) : 0 };
    });
    return { key: row.key, label: row.label, cells, sums: row };
  });
  const all = rows
    .filter(({ key }) => compared.some((row) => row.key === key))
    .flatMap((row) => row.cells.map((cell, at) => ({ row, cell, column: columns[at] ?? null })));
  return {
    columns,
    rows,
    otherColumnCount: Math.max(0, ranked.length - columns.length),
    largest: most > 0 ? (all.find(({ cell }) => cell.value === most) ?? null) : null,
  };
}
