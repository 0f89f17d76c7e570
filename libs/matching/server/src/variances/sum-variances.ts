import { Injectable } from '@nestjs/common';
import { unitName } from '@tallgrunn/formats';
import { Database } from '@tallgrunn/platform';
import { VAT_UNKNOWN } from '../reading/line-tables.ts';
import { variancePartsSql } from './variance-parts.ts';

export interface VarianceQuery {
  readonly supplierId: string | null;
  readonly buyerId: string | null;
  /** First and last month, inclusive, '2026-01'; all months when omitted. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * Differences between reported and booked amounts of linked lines, for one supplier and agreement. Amounts: NOK excl.
 * VAT, decimal text; reported minus booked.
 */
export interface Variance {
  readonly supplierId: string;
  readonly supplier: string | null;
  /** Null where the booked line belongs to no agreement. */
  readonly agreementId: string | null;
  readonly agreement: string | null;
  /** Number of linked booked lines whose amount differs. */
  readonly lineCount: number;
  readonly booked: string;
  readonly reported: string;
  readonly difference: string;
  readonly quantityPart: string;
  readonly pricePart: string;
  /** Neither quantity nor price: a quantity or unit is unknown, or a row is only partly linked. */
  readonly unknownPart: string;
  /** The part of `unknownPart` where the ratio of the amounts is a VAT rate. */
  readonly vatPart: string;
}

const VARIANCE_PARTS = variancePartsSql({
  reported: 'd.linked',
  booked: 'd.amount',
  reportedQuantity: 't.quantity',
  bookedQuantity: 'd.quantity',
  isMeasured: 't.is_measured is true',
});

/**
 * SQL: linked booked lines with a difference. The quantities are known where each linked row belongs to the line as a
 * whole and all have the line's unit. A difference by a VAT rate is not a price difference.
 */
const DIFFERING_LINES = `differing as materialized (
    select b.batch_id, b.line_no, b.supplier_id, b.agreement_id, b.amount, b.linked, b.cause, b.quantity
    from matching.spend_line_apart b
    where b.state = 'matched' and b.linked <> b.amount and b.nature is distinct from '${VAT_UNKNOWN}' and ($1::uuid is null or b.supplier_id = $1) and ($2::uuid is null or b.buyer_id = $2)
      and ($3::text is null or b.month >= matching.month_of(($3 || '-01')::date)) and ($4::text is null or b.month <= matching.month_of(($4 || '-01')::date))
  ), tied_row as materialized (
    select d.batch_id, d.line_no, r.quantity, r.unit, o.unit as booked_unit, l.amount = r.amount as is_whole
    from differing d
    cross join lateral (select k.version_id, k.report_line_no, k.amount from matching.link k where k.batch_id = d.batch_id and k.spend_line_no = d.line_no and k.until_run is null offset 0) l
    cross join lateral (select x.quantity, x.unit, x.amount from reporting.door_line x where x.version_id = l.version_id and x.line_no = l.report_line_no offset 0) r
    cross join lateral (select x.unit from spend.door_line x where x.batch_id = d.batch_id and x.line_no = d.line_no offset 0) o
  )`;

/** SQL: the unit names of the two sides. */
const UNIT_NAMES = `with ${DIFFERING_LINES} select unit from tied_row where unit is not null union select booked_unit from tied_row where booked_unit is not null`;

/** SQL. $5 and $6: units as written, and their common name. */
const VARIANCES = `with ${DIFFERING_LINES}, named as (
    select unit, name from unnest($5::text[], $6::text[]) as n (unit, name)
  ), tied as (
    select d.batch_id, d.line_no, sum(r.quantity) as quantity,
      coalesce(d.cause, '') <> 'vat' and d.quantity <> 0 and bool_and(coalesce(r.quantity is not null and r.is_whole and u.name = o.name, false)) as is_measured
    from differing d
    join tied_row r on r.batch_id = d.batch_id and r.line_no = d.line_no
    left join named u on u.unit = r.unit
    left join named o on o.unit = r.booked_unit
    group by d.batch_id, d.line_no, d.cause, d.quantity
  ), parted as (
    select d.*, ${VARIANCE_PARTS.quantity} as quantity_part, ${VARIANCE_PARTS.price} as price_part, ${VARIANCE_PARTS.unknown} as unknown_part
    from differing d left join (select t.* from tied t where t.is_measured) t on t.batch_id = d.batch_id and t.line_no = d.line_no
  ), summed as (
    select supplier_id, agreement_id, count(*)::int as lines, sum(amount) as booked, sum(linked) as reported, sum(linked - amount) as difference, sum(quantity_part) as quantity_part, sum(price_part) as price_part,
      sum(unknown_part) as unknown_part, coalesce(sum(unknown_part) filter (where cause = 'vat'), 0) as vat_part
    from parted group by supplier_id, agreement_id
  )
  select x.supplier_id as "supplierId", s.name as supplier, x.agreement_id as "agreementId", g.number || ' ' || g.title as agreement, x.lines as "lineCount", x.booked::numeric(18, 2)::text as booked, x.reported::numeric(18, 2)::text as reported,
    x.difference::numeric(18, 2)::text as difference, x.quantity_part::numeric(18, 2)::text as "quantityPart", x.price_part::numeric(18, 2)::text as "pricePart", x.unknown_part::numeric(18, 2)::text as "unknownPart", x.vat_part::numeric(18, 2)::text as "vatPart"
  from summed x
  left join identity.door_organisation s on s.id = x.supplier_id
  left join agreements.door_agreement g on g.id = x.agreement_id
  order by abs(x.difference) desc, s.name, g.number`;

/** Returns a common name for the notations of the two sides, such as EA and stk. */
const nameOfUnit = (unit: string): string => (unitName(unit, 'nb') ?? unit).trim().toLowerCase();

/** Sums quantity and price variances separately. */
@Injectable()
export class SumVariances {
  constructor(private readonly database: Database) {}

  async run({ supplierId, buyerId, from, to }: VarianceQuery): Promise<Variance[]> {
    const wanted = [supplierId, buyerId, from ?? null, to ?? null];
    const units = (await this.database.query<{ unit: string }>(UNIT_NAMES, wanted)).map(({ unit }) => unit);
    return this.database.query<Variance>(VARIANCES, [...wanted, units, units.map(nameOfUnit)]);
  }
}
