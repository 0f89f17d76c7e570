import { Injectable } from '@nestjs/common';
import { unitName } from '@tallgrunn/formats';
import { Database } from '@tallgrunn/platform';
import { VAT_UNKNOWN } from '../reading/line-tables.ts';
import { varianceParts } from './variance-parts.ts';

export interface VarianceQuery {
  readonly supplierId: string | null;
  readonly buyerId: string | null;
  /** Months from and to, both included, '2026-01'; all where they are left out. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Differences between reported and booked of the lines of one supplier and agreement that are tied. Amounts: NOK excl. VAT, decimal text; reported less booked. */
export interface Variance {
  readonly supplierId: string;
  readonly supplier: string | null;
  /** Null where the booked line belongs to no agreement. */
  readonly agreementId: string | null;
  readonly agreement: string | null;
  /** Booked lines that are tied, and whose amount differs. */
  readonly lineCount: number;
  readonly booked: string;
  readonly reported: string;
  readonly difference: string;
  readonly quantityPart: string;
  readonly pricePart: string;
  /** What is neither known to be quantity nor price: quantities, units or whole rows that are not known. */
  readonly unknownPart: string;
  /** Of the unknown part, where the ratio of the amounts is a rate of VAT. */
  readonly vatPart: string;
}

const PARTS = varianceParts({
  reported: 'd.linked',
  booked: 'd.amount',
  reportedQuantity: 't.quantity',
  bookedQuantity: 'd.quantity',
  isMeasured: 't.is_measured is true',
});

/**
 * Quantities of a booked line and of the rows tied to it are known where each row stands on it whole, and all have the line's unit. A difference that is a rate of VAT is no price.
 */
const DIFFERING = `differing as materialized (
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

/** The units that the two sides write, each in its own way. */
const UNITS = `with ${DIFFERING} select unit from tied_row where unit is not null union select booked_unit from tied_row where booked_unit is not null`;

/** $5 and $6: units as they are written, and one name for each. */
const VARIANCES = `with ${DIFFERING}, named as (
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
    select d.*, ${PARTS.quantity} as quantity_part, ${PARTS.price} as price_part, ${PARTS.unknown} as unknown_part
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

/** One name for what the two sides write each their way: EA and stk. */
const nameOfUnit = (unit: string): string => (unitName(unit, 'nb') ?? unit).trim().toLowerCase();

/** Variances of quantity and of price, summed apart. */
@Injectable()
export class SumVariances {
  constructor(private readonly database: Database) {}

  async run({ supplierId, buyerId, from, to }: VarianceQuery): Promise<Variance[]> {
    const wanted = [supplierId, buyerId, from ?? null, to ?? null];
    const units = (await this.database.query<{ unit: string }>(UNITS, wanted)).map(({ unit }) => unit);
    return this.database.query<Variance>(VARIANCES, [...wanted, units, units.map(nameOfUnit)]);
  }
}
