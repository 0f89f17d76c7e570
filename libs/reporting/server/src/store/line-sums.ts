const BY_VERSION =
  'l.version_id, l.agreement_id, l.supplier_id, l.lot_id, l.item_id, l.month, l.currency, l.vat, l.has_none';

/**
 * SQL: stores the line sums of versions that enter into force ($1: their ids). The utilisation of an agreement is read
 * from these sums. Level `buyer` sums per buyer, and buyers see only their own; level `version` sums all buyers.
 */
export const STORE_LINE_SUMS_SQL = `
  insert into reporting.report_line_sum (version_id, sum_no, level, agreement_id, supplier_id, buyer_id, lot_id, item_id, month, currency, vat, line_count, amount)
  select s.version_id, row_number() over (partition by s.version_id), s.level, s.agreement_id, s.supplier_id, s.buyer_id, s.lot_id, s.item_id, s.month, s.currency, s.vat, s.line_count, s.amount
  from (
    select case when grouping(l.buyer_id) = 0 then 'buyer' else 'version' end as level, ${BY_VERSION}, l.buyer_id, count(*) as line_count, sum(l.amount) as amount
    from (
      select r.version_id, r.agreement_id, r.supplier_id, r.buyer_id, r.lot_id, case when r.lot_id is null then r.item_id end as item_id, to_char(r.counts_on, 'YYYY-MM') as month, r.currency, r.vat, r.amount, r.amount is null as has_none
      from reporting.door_report_line r where r.version_id = any ($1::uuid[])
    ) l
    group by grouping sets ((${BY_VERSION}, l.buyer_id), (${BY_VERSION}))
  ) s`;

/** SQL: removes the line sums of superseded versions ($1: their ids). */
export const DELETE_LINE_SUMS_SQL = 'delete from reporting.report_line_sum where version_id = any ($1::uuid[])';
