import { participatesSql } from '@tallgrunn/agreements-server';

/** Source of a charged line: a supplier's report or an e-invoice. Both may be the same money and are never added. */
export const priceBases = ['reported', 'invoiced'] as const;
export type PriceBasis = (typeof priceBases)[number];

/** A charged line from the queries below. `item_id` null: not in the assortment. */
export interface ChargedRow {
  readonly document_id: string;
  readonly line_no: number;
  readonly line_key: string;
  readonly agreement_id: string;
  readonly supplier_id: string;
  readonly buyer_id: string | null;
  readonly item_id: string | null;
  readonly kind: 'goods' | 'fee' | 'deposit' | 'credit';
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly unit_price: string | null;
  readonly amount: string | null;
  readonly currency: string;
  readonly is_without_vat: boolean;
  /** The date that determines the price. */
  readonly charged_on: string | null;
  readonly month: string;
}

/** SQL: whether the amounts of a reported line exclude VAT, as agreed prices do. */
export const isWithoutVat = (line: string): string => `${line}.vat = 'excluded'`;

/** SQL: lines of one accepted report version ($1). The date is the one that the terms prescribe, as in the check. */
export const REPORTED_LINES = `
  select r.version_id as document_id, r.line_no, r.line_key, r.agreement_id, r.supplier_id, r.buyer_id, r.item_id, r.kind, r.quantity::text as quantity, r.unit, r.unit_price::text as unit_price,
    r.amount::text as amount, r.currency, ${isWithoutVat('r')} as is_without_vat, d.day::text as charged_on, to_char(coalesce(d.day, r.period_start), 'YYYY-MM') as month
  from reporting.door_report_line r
  join reporting.door_report_version v on v.cooperative_id = r.cooperative_id and v.id = r.version_id
  left join agreements.door_terms_version t on t.cooperative_id = v.cooperative_id and t.id = v.terms_version_id
  cross join lateral (select coalesce(case t.document ->> 'basis' when 'ordered' then r.ordered_on when 'invoiced' then r.invoiced_on else r.delivered_on end, r.told_on) as day) d
  where r.version_id = $1
  order by r.line_no`;

/**
 * SQL: lines of e-invoices with an agreed item, under the agreement in force for supplier and buyer on the date. If
 * several agreements have the item, the one named on the invoice is used, else the newest. $1: the batch; $2:
 * suppliers, or null for all.
 */
export const INVOICED_LINES = `
  select distinct on (s.batch_id, s.line_no) s.batch_id as document_id, s.line_no, s.line_key, i.agreement_id, s.supplier_id, s.buyer_id, i.id as item_id, 'goods' as kind,
    s.quantity::text as quantity, s.unit, s.unit_price::text as unit_price, s.net_amount::text as amount, s.currency, s.net_amount is not null as is_without_vat,
    s.purchased_on::text as charged_on, to_char(s.purchased_on, 'YYYY-MM') as month
  from spend.door_spend_line s
  join agreements.door_item i on i.cooperative_id = s.cooperative_id and i.supplier_id = s.supplier_id and i.number = s.item_number
  join agreements.door_agreement_supplier h on h.cooperative_id = i.cooperative_id and h.agreement_id = i.agreement_id and h.supplier_id = i.supplier_id
    and s.purchased_on >= h.valid_from and (h.valid_to is null or s.purchased_on <= h.valid_to)
  join agreements.door_participation p on p.cooperative_id = s.cooperative_id and p.agreement_id = i.agreement_id and p.buyer_id = s.buyer_id
    and ${participatesSql('p', 's.purchased_on', 's.purchased_on + 1')}
  join agreements.door_agreement a on a.cooperative_id = i.cooperative_id and a.id = i.agreement_id
  where s.source = 'invoice-line' and s.batch_id = $1 and ($2::uuid[] is null or s.supplier_id = any ($2))
  order by s.batch_id, s.line_no, (a.number = s.contract_reference) desc nulls last, a.starts_on desc, i.agreement_id`;
