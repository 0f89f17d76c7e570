import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { isOfGoods } from '@tallgrunn/reporting-server';
import { isWithoutVat } from './charged-lines.ts';
import { DEVIATIONS, filterParams, inFilter, type DeviationFilter } from './deviation-filter.ts';
import type {
  DeviationSummaryDto,
  OffAssortmentItemDto,
  PriceMonthDto,
  PriceSpreadDto,
} from './price-deviation.dto.ts';

const ROWS_MAX = 1000;
const ITEMS_MAX = 200;
const SPREADS_MAX = 50;
/** Smallest ratio between two prices that counts as different; less is explained by rounding. */
const SPREAD_MIN = '1.001';

const SUMMARY = `
  with deviation as (
    select d.agreement_id, d.supplier_id, d.basis, d.currency, count(*)::int as lines, sum(d.amount) as amount,
      count(*) filter (where d.status = 'open')::int as open_lines, coalesce(sum(d.amount) filter (where d.status = 'open'), 0) as open_amount,
      coalesce(sum(d.amount) filter (where d.status = 'accepted'), 0) as accepted_amount, coalesce(sum(d.amount) filter (where d.status = 'claimed'), 0) as claimed_amount
    from (${DEVIATIONS}) d where ${inFilter('d')}
    group by 1, 2, 3, 4
  ), compared as (
    select m.agreement_id, m.supplier_id, m.basis, m.currency, sum(m.compared_count)::int as compared_count, sum(m.charged_amount) as charged_amount,
      sum(m.unknown_count)::int as unknown_count, sum(m.unknown_amount) as unknown_amount, sum(m.other_count)::int as other_count, sum(m.other_amount) as other_amount,
      sum(m.currency_count)::int as currency_count, sum(m.currency_amount) as currency_amount, sum(m.vat_unknown_count)::int as vat_unknown_count, sum(m.vat_unknown_amount) as vat_unknown_amount,
      sum(m.off_assortment_count)::int as off_assortment_count, sum(m.off_assortment_amount) as off_assortment_amount
    from follow_up.price_comparison_month m where ${inFilter('m')}
    group by 1, 2, 3, 4
  )
  select json_build_object('id', a.id, 'number', a.number, 'title', a.title) as agreement, json_build_object('id', o.id, 'name', o.name) as supplier,
    c.basis, c.currency, coalesce(d.lines, 0) as "lineCount", coalesce(d.amount, 0)::text as amount, coalesce(d.open_lines, 0) as "openLineCount", coalesce(d.open_amount, 0)::text as "openAmount",
    coalesce(d.accepted_amount, 0)::text as "acceptedAmount", coalesce(d.claimed_amount, 0)::text as "claimedAmount",
    c.compared_count as "comparedCount", c.charged_amount::text as "chargedAmount",
    json_build_object('count', c.unknown_count, 'amount', c.unknown_amount::text) as unknown, json_build_object('count', c.other_count, 'amount', c.other_amount::text) as other,
    json_build_object('count', c.currency_count, 'amount', c.currency_amount::text) as "otherCurrency", json_build_object('count', c.vat_unknown_count, 'amount', c.vat_unknown_amount::text) as "vatUnknown",
    json_build_object('count', c.off_assortment_count, 'amount', c.off_assortment_amount::text) as "offAssortment"
  from compared c
  left join deviation d using (agreement_id, supplier_id, basis, currency)
  join agreements.door_agreement a on a.id = c.agreement_id
  join identity.door_organisation o on o.id = c.supplier_id
  order by coalesce(d.open_amount, 0) desc, coalesce(d.amount, 0) desc, a.number, o.name, c.basis, c.currency
  limit ${ROWS_MAX}`;

const OFF_ASSORTMENT = `
  select r.item_number as "itemNumber", max(r.item_name) as "itemName", r.unit, sum(r.quantity)::text as quantity, count(*)::int as "lineCount", sum(r.amount)::text as amount, r.currency
  from reporting.door_report_line r
  where r.agreement_id = $1 and r.supplier_id = $2 and r.item_id is null and ${isOfGoods('r')} and ${isWithoutVat('r')}
    and ($3::text is null or to_char(r.counts_on, 'YYYY-MM') >= $3) and ($4::text is null or to_char(r.counts_on, 'YYYY-MM') <= $4)
  group by r.item_number, r.gtin, r.unit, r.currency, case when r.item_number is null and r.gtin is null then r.item_name end
  order by sum(r.amount) desc nulls last, r.item_number limit ${ITEMS_MAX}`;

const MONTHS = `
  select m.month, m.basis, m.currency, sum(m.charged_amount)::text as "chargedAmount", sum(m.agreed_amount)::text as "agreedAmount", sum(m.compared_count)::int as "comparedCount"
  from follow_up.price_comparison_month m
  where ${inFilter('m')} and m.compared_count > 0
  group by m.month, m.basis, m.currency order by m.month, m.basis, m.currency`;

/**
 * SQL: mean prices of one month by buyer. Only prices of the same month are compared, because agreed adjustments change
 * them between months. The extra amount is what buyers paid above the lowest mean price of the month.
 */
const SPREAD = `
  with paid as (
    select r.item_id, r.unit, to_char(r.counts_on, 'YYYY-MM') as month, r.buyer_id, sum(r.amount) as amount, sum(r.quantity) as quantity, sum(r.amount) / sum(r.quantity) as price
    from reporting.door_report_line r
    where r.agreement_id = $1 and r.supplier_id = $2 and r.item_id is not null and r.buyer_id is not null and r.kind = 'goods' and ${isWithoutVat('r')} and r.currency = $5
      and r.quantity > 0 and r.amount > 0
      and ($3::text is null or to_char(r.counts_on, 'YYYY-MM') >= $3) and ($4::text is null or to_char(r.counts_on, 'YYYY-MM') <= $4)
    group by 1, 2, 3, 4
  ), month as (
    select p.item_id, p.unit, p.month, min(p.price) as low, max(p.price) as high, sum(p.amount) - min(p.price) * sum(p.quantity) as extra
    from paid p group by 1, 2, 3 having count(*) > 1 and max(p.price) > min(p.price) * ${SPREAD_MIN}
  ), item as (
    select m.item_id, m.unit, sum(m.extra) as extra, count(*)::int as months, (array_agg(m.month order by m.high / m.low desc, m.month desc))[1] as widest
    from month m group by 1, 2
  )
  select i.number as "itemNumber", i.name as "itemName", t.unit, round(t.extra, 2)::text as "extraAmount", $5::text as currency, t.months as "monthCount", t.widest as month,
    (select json_agg(json_build_object('buyer', b.name, 'price', round(p.price, 2)::text, 'quantity', trim_scale(p.quantity)::text) order by p.price desc, b.name)
     from paid p join identity.door_organisation b on b.id = p.buyer_id
     where p.item_id = t.item_id and p.unit is not distinct from t.unit and p.month = t.widest) as buyers
  from item t join agreements.door_item i on i.id = t.item_id
  order by t.extra desc, i.number limit ${SPREADS_MAX}`;

/** Scope of lists that read the lines directly: one supplier of one agreement. */
export interface SupplierAgreementScope {
  readonly agreementId: string;
  readonly supplierId: string;
  readonly from?: string;
  readonly to?: string;
}

/**
 * Price and assortment deviations in money, by agreement and supplier. Reports and invoices are never added, nor are
 * different currencies.
 */
@Injectable()
export class ListPriceDeviations {
  constructor(private readonly database: Database) {}

  summary(filter: DeviationFilter): Promise<DeviationSummaryDto[]> {
    return this.database.query(SUMMARY, filterParams(filter));
  }

  /** Returns goods that were reported but are not in the assortment, largest amounts first. */
  offAssortment({ agreementId, supplierId, from, to }: SupplierAgreementScope): Promise<OffAssortmentItemDto[]> {
    return this.database.query(OFF_ASSORTMENT, [agreementId, supplierId, from ?? null, to ?? null]);
  }

  /** Returns charged and agreed amounts by month. */
  months(filter: DeviationFilter): Promise<PriceMonthDto[]> {
    return this.database.query(MONTHS, filterParams(filter));
  }

  /** Returns items for which buyers paid different prices in the same month. */
  async spread({ agreementId, supplierId, from, to }: SupplierAgreementScope): Promise<PriceSpreadDto[]> {
    const state = await this.database.one<{ currency: string }>(
      'select currency from agreements.door_price_state where agreement_id = $1 and supplier_id = $2',
      [agreementId, supplierId],
    );
    return this.database.query(SPREAD, [agreementId, supplierId, from ?? null, to ?? null, state?.currency ?? 'NOK']);
  }
}
