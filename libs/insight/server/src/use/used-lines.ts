import { lotsOf } from './line-lot.ts';

/** Whether a line is a purchase, as far as an emission run has said. */
export const PURCHASE = `l.method is distinct from 'not-spend'`;

/**
 * Booked lines that count in the use of an agreement, as a query: buyer_id, supplier_id, key, lot_id, month, booked_amount, how.
 * A booked line is the agreement's when a report says so (matched); or when its seller could not have sold it under another (by-supplier). Both arguments are SQL expressions.
 */
export const bookedLines = (agreement: string, currency: string): string => `
  with ${lotsOf(agreement).tables},
  holder as (
    select s.supplier_id,
      not exists (select 1 from agreements.door_agreement_supplier o where o.cooperative_id = s.cooperative_id and o.supplier_id = s.supplier_id and o.agreement_id <> ${agreement}) as sole
    from agreements.door_agreement_supplier s where s.agreement_id = ${agreement} group by s.cooperative_id, s.supplier_id
  ),
  linked as materialized (
    select k.batch_id, k.spend_line_no, bool_or(r.agreement_id = ${agreement}) as ours
    from matching.door_link k
    join reporting.door_line r on r.cooperative_id = k.cooperative_id and r.version_id = k.version_id and r.line_no = k.report_line_no
    where k.supplier_id in (select supplier_id from holder)
    group by k.batch_id, k.spend_line_no
  ),
  line as (
    select l.buyer_id, l.supplier_id, l.key, coalesce(p.lot_id, item_lot.lot_id, sole_lot.lot_id) as lot_id, l.month, l.booked_amount,
      case
        when l.agreement_id = ${agreement} or k.ours then 'matched'
        when l.agreement_id is null and k.batch_id is null and h.sole and l.spent_on >= a.starts_on and (a.ends_on is null or l.spent_on <= a.ends_on) then 'by-supplier'
      end as how
    from insight.combined_line l
    join holder h on h.supplier_id = l.supplier_id
    join agreements.door_agreement a on a.cooperative_id = l.cooperative_id and a.id = ${agreement}
    left join linked k on k.batch_id = l.batch_id and k.spend_line_no = l.spend_line_no
    left join reporting.door_line p on p.cooperative_id = l.cooperative_id and p.version_id = l.version_id and p.line_no = l.report_line_no and p.agreement_id = ${agreement}
    left join item_lot on item_lot.id = p.item_id
    left join sole_lot on sole_lot.supplier_id = l.supplier_id
    where l.side <> 'reported' and l.currency = ${currency} and l.month is not null and ${PURCHASE}
  )
  select * from line where how is not null`;

/** Reported lines of an agreement that stand in one lot, as a query: version_id, line_no. Both arguments are SQL expressions. */
export const reportedInLot = (agreement: string, lot: string): string => {
  const { tables, join, lot: lotOf } = lotsOf(agreement);
  return `with ${tables} select r.version_id, r.line_no from reporting.door_line r ${join('r')} where r.agreement_id = ${agreement} and ${lotOf('r')} = ${lot}`;
};
