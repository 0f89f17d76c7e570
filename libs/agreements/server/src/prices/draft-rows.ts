import type { CopyValue } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import type { AssortmentFinding, AssortmentLine } from './assortment-line.ts';

/** Values shared by all lines of a draft. */
export interface DraftContext {
  readonly draftId: string;
  readonly supplierId: string;
  /** lot ids by key in lower case */
  readonly lots: ReadonlyMap<string, string>;
  /** first day of a line without a date */
  readonly from: string;
  /** True when the user has chosen the first day; it takes precedence over a date in the list. */
  readonly isFromGiven: boolean;
  readonly now: Date;
}

const columns = [
  'draft_id',
  'line_no',
  'supplier_id',
  'sheet',
  'row_no',
  'item_id',
  'number',
  'previous_item_number',
  'gtin',
  'nobb',
  'name',
  'lot_id',
  'category',
  'unit',
  'content_quantity',
  'content_unit',
  'pack_quantity',
  'pack_unit',
  'net_weight_kg',
  'price',
  'currency',
  'valid_from',
  'valid_to',
  'minimum_quantity',
  'labels',
  'organic_share',
  'packs',
] as const;
export const draftColumns: readonly string[] = columns;

/** Converts a line to a draft row, in the order of the columns. The id is used for the item if its number is new. */
export function draftRow(line: AssortmentLine, lineNo: number, context: DraftContext): CopyValue[] {
  const lot = line.lot === null ? null : (context.lots.get(line.lot.toLowerCase()) ?? null);
  return [
    context.draftId,
    lineNo,
    context.supplierId,
    line.sheet,
    line.row,
    uuidv7(context.now),
    line.number,
    line.formerNumber,
    line.gtin,
    line.nobb,
    line.name,
    lot,
    line.category,
    line.unit,
    line.contentQuantity,
    line.contentUnit,
    line.packQuantity,
    line.packUnit,
    line.netWeightKg,
    line.price,
    line.currency?.toUpperCase() ?? 'NOK',
    line.validFrom ?? (context.isFromGiven ? null : line.listFrom) ?? context.from,
    line.validTo,
    line.fromQuantity,
    postgresArray(line.labels),
    line.organicShare,
    line.packs.length > 0 ? JSON.stringify(line.packs) : null,
  ];
}

/** Formats a PostgreSQL text array. */
function postgresArray(values: readonly string[]): string | null {
  return values.length === 0 ? null : `{${values.map((each) => `"${each.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

/** Returns a finding when the agreement does not have the lot. */
export function lotFinding(line: AssortmentLine, { lots }: DraftContext): AssortmentFinding | null {
  if (line.lot === null || lots.has(line.lot.toLowerCase())) return null;
  return {
    code: 'lot-unknown',
    row: line.row,
    column: 'lot',
    found: line.lot,
    expected: [...lots.keys()].join(', '),
    ...(line.sheet !== null && { sheet: line.sheet }),
  };
}
