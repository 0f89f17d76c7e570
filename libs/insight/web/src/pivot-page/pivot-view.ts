import type { PivotDto, PivotSumsDto } from '@tallgrunn/api-client/shapes';
import type { Wording } from '@tallgrunn/design';
import { significantDigits, tonnes } from '@tallgrunn/emissions-web';
import { monthsOf } from '../figures/period-months.ts';
import type { FilterValues } from '../filter/filter-values.ts';
import type { InsightTexts } from '../texts/nb.ts';

export const rowDimensions = [
  'category',
  'supplier',
  'seller',
  'item',
  'buyer',
  'agreement',
  'lot',
  'account',
  'method',
  'basis',
  'state',
  'month',
  'quarter',
  'year',
] as const;
export type RowDimension = (typeof rowDimensions)[number];
export const columnDimensions = ['none', 'month', 'quarter', 'year', 'buyer', 'category'] as const;
export type ColumnDimension = (typeof columnDimensions)[number];
export const pivotMeasures = ['booked', 'emissions', 'reported-only', 'lines', 'by-item', 'with-factor'] as const;
export type PivotMeasure = (typeof pivotMeasures)[number];

/** A table row: its name, its sums, and its cells by column key. */
export interface PivotRow {
  readonly key: string | null;
  readonly name: string;
  readonly sums: PivotSumsDto;
  readonly cells: ReadonlyMap<string | null, PivotSumsDto>;
}

const isShare = (measure: PivotMeasure): boolean => measure === 'by-item' || measure === 'with-factor';

/** Returns the value of a measure for sorting and drawing; shares 0 to 1. Null = unknown. */
export function valueOf(sums: PivotSumsDto, measure: PivotMeasure): number | null {
  if (measure === 'lines') return sums.lineCount;
  if (measure === 'emissions') return sums.kgCo2e === null ? null : Number(sums.kgCo2e) / 1000;
  if (measure === 'reported-only') return Number(sums.reportedOnly);
  if (measure === 'booked') return Number(sums.booked);
  const part = Number(measure === 'by-item' ? sums.bookedByItem : sums.bookedWithFactor);
  return Number(sums.booked) === 0 ? null : part / Number(sums.booked);
}

/** Formats the figure of a row or a total; an uncalculated figure has its own text. */
export function figureOf(sums: PivotSumsDto, measure: PivotMeasure, wording: Wording, notCalculated: string): string {
  const value = valueOf(sums, measure);
  if (value === null) return notCalculated;
  if (measure === 'lines') return wording.count(value);
  if (measure === 'emissions')
    return wording.quantity(tonnes(sums.kgCo2e!, significantDigits(sums.kgCo2e!, sums.kgCo2e!)));
  if (isShare(measure)) return wording.share(value);
  return wording.money(measure === 'booked' ? sums.booked : sums.reportedOnly, 0);
}

/** Returns a row's share of the total; null if the measure cannot be divided. */
export function shareOf(sums: PivotSumsDto, total: PivotSumsDto, measure: PivotMeasure): number | null {
  if (isShare(measure)) return null;
  const [part, whole] = [valueOf(sums, measure), valueOf(total, measure)];
  return part === null || !whole || part < 0 ? null : part / whole;
}

/** Returns the name of a row or column: the server's label, or the text of its code. */
export function nameOf(
  dimension: RowDimension,
  { key, label }: { readonly key: string | null; readonly label: string | null },
  categories: ReadonlyMap<string, string>,
  t: InsightTexts,
  wording: Wording,
): string {
  if (key === null) return t.pivot.unknown[dimension];
  if (label !== null) return label;
  if (dimension === 'category') return categories.get(key) ?? key;
  if (dimension === 'month' || dimension === 'quarter' || dimension === 'year') return wording.period(key);
  if (dimension === 'method') return (t.method as Readonly<Record<string, string>>)[key] ?? key;
  if (dimension === 'basis') return (t.basis as Readonly<Record<string, string>>)[key] ?? key;
  if (dimension === 'state') return (t.state as Readonly<Record<string, string>>)[key] ?? key;
  return key;
}

/** Returns the filter of the combined table for a row's lines; null if there is none. */
export function linesOf(dimension: RowDimension, key: string | null): Partial<FilterValues> | null {
  if (key === null) return null;
  const months = monthsOf(key);
  switch (dimension) {
    case 'month':
    case 'quarter':
    case 'year':
      return months ? { from: months.from, to: months.to } : null;
    case 'item': {
      const slash = key.indexOf('/');
      return { supplier: key.slice(0, slash), text: key.slice(slash + 1) };
    }
    case 'category':
    case 'supplier':
    case 'buyer':
    case 'agreement':
    case 'method':
    case 'basis':
    case 'state':
      return { [dimension]: key };
    default:
      return null;
  }
}

/** Returns the rows of a response with their cells. */
export function rowsOf(answer: PivotDto, name: (row: PivotDto['rows'][number]) => string): readonly PivotRow[] {
  const cells = new Map<string | null, Map<string | null, PivotSumsDto>>();
  for (const cell of answer.cells) {
    const ofRow = cells.get(cell.row) ?? new Map<string | null, PivotSumsDto>();
    cells.set(cell.row, ofRow.set(cell.column, cell));
  }
  return answer.rows.map((row) => ({
    key: row.key,
    name: name(row),
    sums: row,
    cells: cells.get(row.key) ?? new Map(),
  }));
}
