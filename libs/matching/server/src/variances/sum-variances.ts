import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { ASSESSED_LINES } from '../tolerances/tolerance-sql.ts';
import { linesOfQuery, varianceLines, type VarianceQuery } from './variance-lines.ts';

/** Lines on one side of the tolerance limits, and their differences in NOK excl. VAT, decimal text. */
export interface VarianceShare {
  readonly lineCount: number;
  /** Reported minus booked. */
  readonly difference: string;
  /** The differences without sign: what cancels out in `difference` counts here. */
  readonly amount: string;
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
  /** The two add up to the lines and the difference. */
  readonly withinTolerance: VarianceShare;
  readonly toFollowUp: VarianceShare;
}

const shareSql = (prefix: string) =>
  `jsonb_build_object('lineCount', x.${prefix}_lines, 'difference', x.${prefix}_difference::numeric(18, 2)::text, 'amount', x.${prefix}_amount::numeric(18, 2)::text)`;

const sumsSql = (prefix: string, condition: string) =>
  `count(*) filter (where ${condition})::int as ${prefix}_lines, coalesce(sum(linked - amount) filter (where ${condition}), 0) as ${prefix}_difference, coalesce(sum(abs(linked - amount)) filter (where ${condition}), 0) as ${prefix}_amount`;

/** SQL after the CTEs of the lines. */
const VARIANCES = `${ASSESSED_LINES}, summed as (
    select supplier_id, agreement_id, count(*)::int as lines, sum(amount) as booked, sum(linked) as reported, sum(linked - amount) as difference, sum(quantity_part) as quantity_part, sum(price_part) as price_part,
      sum(unknown_part) as unknown_part, coalesce(sum(unknown_part) filter (where cause = 'vat'), 0) as vat_part, ${sumsSql('within', 'is_within')}, ${sumsSql('follow_up', 'not is_within')}
    from assessed group by supplier_id, agreement_id
  )
  select x.supplier_id as "supplierId", s.name as supplier, x.agreement_id as "agreementId", g.number || ' ' || g.title as agreement, x.lines as "lineCount", x.booked::numeric(18, 2)::text as booked, x.reported::numeric(18, 2)::text as reported,
    x.difference::numeric(18, 2)::text as difference, x.quantity_part::numeric(18, 2)::text as "quantityPart", x.price_part::numeric(18, 2)::text as "pricePart", x.unknown_part::numeric(18, 2)::text as "unknownPart", x.vat_part::numeric(18, 2)::text as "vatPart",
    ${shareSql('within')} as "withinTolerance", ${shareSql('follow_up')} as "toFollowUp"
  from summed x
  left join identity.door_organisation s on s.id = x.supplier_id
  left join agreements.door_agreement g on g.id = x.agreement_id
  order by abs(x.difference) desc, s.name, g.number`;

/** Sums quantity and price variances separately, and within tolerance and to follow up. */
@Injectable()
export class SumVariances {
  constructor(private readonly database: Database) {}

  async run(query: VarianceQuery): Promise<Variance[]> {
    const { ctes, params } = await varianceLines(this.database, linesOfQuery(query));
    return this.database.query<Variance>(`with ${ctes}, ${VARIANCES}`, params);
  }
}
