-- The combined table, one row per part of a booked or reported purchase. Amounts excl. VAT, in `currency`;
-- `outside_amount` has unknown VAT and is not included in totals. `kg`: kg CO2e by the method policy; `supplier_kg_co2e`: by
-- the supplier's footprint. `sort_day`: `purchased_on`, or the first day of year 1 if it is not known;
-- `sort_place`: document and block of lines, by which the rows of a day are ordered before their ids.
create view insight.door_combined_line with (security_invoker) as
  select l.cooperative_id, l.id, l.buyer_id,
    case when l.batch_id is null then 'r' || l.version_id || ':' || l.report_line_no else 's' || l.batch_id || ':' || l.spend_line_no || coalesce(':' || l.part, '') end as key, l.part, l.side, l.state, l.supplier_id, l.seller_name, l.agreement_id, l.agreement_basis, l.lot_id, l.category, l.purchased_on, l.month,
    l.invoice_number, l.account_system, l.account_code, l.account_class, l.item_number, l.item_name, l.quantity, l.unit,
    l.booked_amount, l.net_basis, l.outside_amount, l.reported_amount, l.currency, l.method, l.kg, l.quality, l.supplier_kg_co2e, l.basis,
    l.batch_id, l.spend_line_no, l.ledger_file, l.ledger_sheet, l.ledger_row, l.version_id, l.report_line_no, l.report_file, l.report_sheet, l.report_row, l.sort_day, l.sort_place
  from insight.combined_line l;

-- The number of rows of the combined table by every column without many values, from its stored sums.
create view insight.door_combined_count with (security_invoker) as
  select s.cooperative_id, s.buyer_id, s.category, s.method, s.month, s.side, s.state, s.basis, s.currency, s.account_class, s.row_count
  from insight.combined_sum s where s.level = 'buyer';
