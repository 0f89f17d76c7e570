import { unitName } from '@tallgrunn/formats';
import type { Database } from '@tallgrunn/platform';
import { VAT_UNKNOWN } from '../loading/load-line-tables.ts';
import { variancePartsSql } from './variance-parts.ts';

const VARIANCE_PARTS = variancePartsSql({
  reported: 'd.linked',
  booked: 'd.amount',
  reportedQuantity: 't.quantity',
  bookedQuantity: 'd.quantity',
  isMeasured: 't.is_measured is true',
});

/**
 * CTEs: linked booked lines with a difference, and the rows linked to them. `condition` selects lines `b`. Quantities are
 * known where each linked row belongs to the line as a whole and all have the line's unit. A difference by a VAT rate is
 * not a price difference.
 */
const differingLinesSql = (condition: string) => `differing as materialized (
    select b.batch_id, b.line_no, b.supplier_id, b.agreement_id, b.day, b.amount, b.linked, b.cause, b.quantity
    from matching.standalone_spend_line b
    where b.state = 'matched' and b.linked <> b.amount and b.nature is distinct from '${VAT_UNKNOWN}' and ${condition}
  ), tied_row as materialized (
    select d.batch_id, d.line_no, r.quantity, r.unit, o.unit as booked_unit, l.amount = r.amount as is_whole
    from differing d
    cross join lateral (select k.version_id, k.report_line_no, k.amount from matching.link k where k.batch_id = d.batch_id and k.spend_line_no = d.line_no and k.closed_by_run is null offset 0) l
    cross join lateral (select x.quantity, x.unit, x.amount from reporting.door_report_line x where x.version_id = l.version_id and x.line_no = l.report_line_no offset 0) r
    cross join lateral (select x.unit from spend.door_spend_line x where x.batch_id = d.batch_id and x.line_no = d.line_no offset 0) o
  )`;

/** Returns a common name for the notations of the two sides, such as EA and stk. */
const nameOfUnit = (unit: string): string => (unitName(unit, 'nb') ?? unit).trim().toLowerCase();

/** Selects linked booked lines `b` with a difference: an SQL condition, and its parameters from $1. */
export interface VarianceSelection {
  readonly condition: string;
  readonly params: readonly unknown[];
}

/** CTEs that end in `variance_line`, and the parameters: those of the selection, and two arrays of units. */
export interface VarianceLines {
  readonly ctes: string;
  readonly params: readonly unknown[];
}

/** Reads the units of the selected lines, and returns the CTEs of the lines with their variances. */
export async function varianceLines(
  database: Database,
  { condition, params }: VarianceSelection,
): Promise<VarianceLines> {
  const differing = differingLinesSql(condition);
  const rows = await database.query<{ unit: string }>(
    `with ${differing} select unit from tied_row where unit is not null union select booked_unit from tied_row where booked_unit is not null`,
    params,
  );
  const units = rows.map(({ unit }) => unit);
  const [unitsAt, namesAt] = [params.length + 1, params.length + 2];
  return {
    ctes: `${differing}, named as (
    select unit, name from unnest($${unitsAt}::text[], $${namesAt}::text[]) as n (unit, name)
  ), tied as (
    select d.batch_id, d.line_no, sum(r.quantity) as quantity,
      coalesce(d.cause, '') <> 'vat' and d.quantity <> 0 and bool_and(coalesce(r.quantity is not null and r.is_whole and u.name = o.name, false)) as is_measured
    from differing d
    join tied_row r on r.batch_id = d.batch_id and r.line_no = d.line_no
    left join named u on u.unit = r.unit
    left join named o on o.unit = r.booked_unit
    group by d.batch_id, d.line_no, d.cause, d.quantity
  ), variance_line as (
    select d.*, t.is_measured is true as is_measured, ${VARIANCE_PARTS.quantity} as quantity_part, ${VARIANCE_PARTS.price} as price_part, ${VARIANCE_PARTS.unknown} as unknown_part
    from differing d left join (select t.* from tied t where t.is_measured) t on t.batch_id = d.batch_id and t.line_no = d.line_no
  )`,
    params: [...params, units, units.map(nameOfUnit)],
  };
}

export interface VarianceQuery {
  readonly supplierId: string | null;
  readonly buyerId: string | null;
  /** First and last month, inclusive, '2026-01'; all months when omitted. */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** Selects the lines of a supplier, a buyer and months. */
export const linesOfQuery = ({ supplierId, buyerId, from, to }: VarianceQuery): VarianceSelection => ({
  condition: `($1::uuid is null or b.supplier_id = $1) and ($2::uuid is null or b.buyer_id = $2)
      and ($3::text is null or b.month >= matching.month_index(($3 || '-01')::date)) and ($4::text is null or b.month <= matching.month_index(($4 || '-01')::date))`,
  params: [supplierId, buyerId, from ?? null, to ?? null],
});
