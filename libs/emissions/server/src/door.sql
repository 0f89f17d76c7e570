-- What each krone line weighs now.
create view emissions.door_result with (security_invoker) as
  select cooperative_id, buyer_id, batch_id, line_no, line_key, source, supplier_id, account_system, account_code, spent_on, amount, currency,
    method, reason, data_class as quality, nullif(category_code, 'unsorted') as category,
    md5(factor_set_id || '/' || factor_id)::uuid as factor_id, factor_id as factor_code, factor_set_id, multiplier, kg, from_run as run_number
  from emissions.result
  where until_run is null;

-- Suppliers' footprints beside it, of reported lines that have one that counts.
create view emissions.door_beside with (security_invoker) as
  select cooperative_id, buyer_id, version_id, line_no, supplier_id, agreement_id, item_number, footprint_id, conversion, declared_per_unit,
    data_class as quality, multiplier, kg, from_run as run_number
  from emissions.beside
  where until_run is null and standing = 'counted';

create view emissions.door_run with (security_invoker) as
  select cooperative_id, number, engine, factor_set_id, rule_set_id, currency, started_at, finished_at, opened, closed from emissions.run;
