import type { Row } from '@tallgrunn/tabular';
import { isPlate, isPlateHeading } from '@tallgrunn/values';
import { cellText } from '../cells/cell-text.ts';
import type { ColumnMatch } from '../facts.ts';
import { normaliseHeading } from '../plan/normalise-heading.ts';
import type { Plan } from '../plan/plan.ts';
import type { FieldRole } from '../terms.ts';

/**
 * Roles whose column may contain registration numbers by its content. Item, invoice and order numbers have the same
 * form and are excluded.
 */
const mayHoldPlates: ReadonlySet<FieldRole> = new Set<FieldRole>(['itemName', 'category', 'buyerName', 'site']);
/** Roles whose column is never taken for registration numbers, whatever its heading. */
const neverPlates: ReadonlySet<FieldRole> = new Set<FieldRole>([
  ...(['itemNumber', 'gtin', 'buyer', 'buyerOrgNumber', 'lot', 'period'] as const),
  ...(['quantity', 'unit', 'unitPrice', 'amount', 'vatRate', 'currency'] as const),
]);
const numberHeading = /(?:nr|num+er|number|no|id|kode|code|ref(?:eranse|erence)?|sku)$/;
/** Minimum number of distinct registration numbers, and their minimum share of the column. */
const DISTINCT_MIN = 3;
const SHARE_MIN = 0.8;

/**
 * Returns the used columns of a sheet that contain vehicle registration numbers: those with such a heading, and those
 * in which most cells look like one and none is an item number.
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

/** Returns whether a column is free text: the terms set no format, and its heading does not call it a number. */
function isFreeText({ field: { field, name }, heading }: ColumnMatch): boolean {
  return (
    !field.constraints?.pattern && !field.constraints?.enum && !numberHeading.test(normaliseHeading(heading || name))
  );
}

/** Returns whether a cell is an item number: it is in the agreement, or equals the cell in the item number column. */
function isItem(row: Row, column: number, items: number, plan: Plan): boolean {
  const text = cellText(row.cells[column]);
  return plan.items.find(text, null, text) !== null || (items >= 0 && cellText(row.cells[items]) === text);
}
