import type { CopyValue } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import type { AssortmentFinding, AssortmentLine } from './assortment-line.ts';

/** Values shared by all lines of a draft. */
export interface DraftOf {
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
  'former_number',
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
  'from_quantity',
  'labels',
  'organic_share',
  'packs',
] as const;
export const draftColumns: readonly string[] = columns;

/** Converts a line to a draft row, in the order of the columns. The id is used for the item if its number is new. */
export function draftRow(line: AssortmentLine, lineNo: number, of: DraftOf): CopyValue[] {
  const lot = line.lot === null ? null : (of.lots.get(line.lot.toLowerCase()) ?? null);
  return [
    of.draftId,
    lineNo,
    of.supplierId,
    line.sheet,
    line.row,
    uuidv7(of.now),
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
    line.validFrom ?? (of.isFromGiven ? null : line.listFrom) ?? of.from,
    line.validTo,
    line.fromQuantity,
    arrayText(line.labels),
    line.organicShare,
    line.packs.length > 0 ? JSON.stringify(line.packs) : null,
  ];
}

/** Formats a PostgreSQL text array. */
function arrayText(values: readonly string[]): string | null {
  return values.length === 0 ? null : `{${values.map((each) => `"${each.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

/** Returns a finding when the agreement does not have the lot. */
export function lotFinding(line: AssortmentLine, { lots }: DraftOf): AssortmentFinding | null {
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
