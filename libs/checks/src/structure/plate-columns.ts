import type { Row } from '@tallgrunn/tabular';
import { isPlate, isPlateHeading } from '@tallgrunn/values';
import { cellText } from '../cells/cell-text.ts';
import type { ColumnMatch } from '../facts.ts';
import { foldHeading } from '../plan/fold-heading.ts';
import type { Plan } from '../plan/plan.ts';
import type { FieldRole } from '../terms.ts';

/**
 * Columns that may hold a registration number by what is in them. Numbers of items, invoices and orders are built alike, and what must look in a
 * certain way says so itself.
 */
const mayHoldPlates: ReadonlySet<FieldRole> = new Set<FieldRole>(['itemName', 'category', 'buyerName', 'site']);
/** These are never taken for one, whatever their heading. */
const neverPlates: ReadonlySet<FieldRole> = new Set<FieldRole>([
  ...(['itemNumber', 'gtin', 'buyer', 'buyerOrgNumber', 'lot', 'period'] as const),
  ...(['quantity', 'unit', 'unitPrice', 'amount', 'vatRate', 'currency'] as const),
]);
const numberHeading = /(?:nr|num+er|number|no|id|kode|code|ref(?:eranse|erence)?|sku)$/;
/** So many different ones, and so much of the column, must look like one. */
const DISTINCT_MIN = 3;
const SHARE_MIN = 0.8;

/**
 * Returns the columns of a sheet that fields use and that hold registration numbers of cars: those whose heading says so, and those in which most
 * cells look like one and no number of an item explains them.
 */
export function plateColumns(matches: readonly ColumnMatch[], rows: readonly Row[], plan: Plan): number[] {
  const items = matches.find(({ field }) => field.role === 'itemNumber')?.column ?? -1;
  return matches.flatMap((match) => {
    const { field, heading, column } = match;
    if (field.role && neverPlates.has(field.role)) return [];
    const cells = rows.flatMap((row) => (cellText(row.cells[column]) === '' ? [] : [row]));
    const plates = cells.filter((row) => isPlate(cellText(row.cells[column])));
    if (plates.length === 0 || plates.some((row) => isItem(row, column, items, plan))) return [];
    if (isPlateHeading(heading)) return [column];
    const isFree = field.role ? mayHoldPlates.has(field.role) : isFreeText(match);
    const distinct = new Set(plates.map((row) => cellText(row.cells[column]).toLowerCase())).size;
    return isFree && distinct >= DISTINCT_MIN && plates.length >= cells.length * SHARE_MIN ? [column] : [];
  });
}

/** Whether anything may be written in a column: the terms say nothing of how, and its heading does not call it a number. */
function isFreeText({ field: { field, name }, heading }: ColumnMatch): boolean {
  return !field.constraints?.pattern && !field.constraints?.enum && !numberHeading.test(foldHeading(heading || name));
}

/** Whether a cell is the number of an item: the agreement knows it, or the item's own column has it too. */
function isItem(row: Row, column: number, items: number, plan: Plan): boolean {
  const text = cellText(row.cells[column]);
  return plan.items.find(text, null, text) !== null || (items >= 0 && cellText(row.cells[items]) === text);
}
