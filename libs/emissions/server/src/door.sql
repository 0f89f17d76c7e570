-- Current result of each spend line: the sum of its parts. `amount` excl. VAT; ledger amounts with unknown VAT are in
-- `outside_amount`. Method `several`: its parts have different methods.
create view emissions.door_result with (security_invoker) as
  select cooperative_id, buyer_id, batch_id, line_no, min(source) as source, supplier_id, min(account_system) as account_system, min(account_code) as account_code,
    min(purchased_on) as purchased_on, min(coalesce(booked_on, purchased_on)) as booked_on, sum(amount) as amount, sum(outside_amount) as outside_amount, min(currency) as currency, min(account_class) as account_class,
    case when min(method) = max(method) then min(method) else 'several' end as method, min(reason) as reason,
    case when count(*) = 1 then min(data_quality_score) else round(sum(abs(amount) * data_quality_score) / nullif(sum(abs(amount)) filter (where data_quality_score is not null), 0))::smallint end as quality,
    case when min(category_code) = max(category_code) then nullif(min(category_code), 'unsorted') else nullif((array_agg(category_code order by abs(coalesce(amount, outside_amount)) desc, part))[1], 'unsorted') end as category,
    case when count(*) = 1 then min(md5(factor_set_id || '/' || factor_id))::uuid end as factor_id, case when count(*) = 1 then min(factor_id) end as factor_code,
    case when count(*) = 1 then min(factor_set_id) end as factor_set_id, case when count(*) = 1 then min(multiplier) end as multiplier,
    sum(kg) as kg, sum(combustion_kg_co2e) as combustion_kg_co2e, max(opened_by_run) as run_number, count(*)::int as parts
  from emissions.result
  where closed_by_run is null
  group by cooperative_id, buyer_id, batch_id, line_no, supplier_id;

-- The parts of each line.
create view emissions.door_result_part with (security_invoker) as
  select cooperative_id, buyer_id, batch_id, line_no, part, source, supplier_id, account_system, account_code, purchased_on, coalesce(booked_on, purchased_on) as booked_on, amount, outside_amount, currency, account_class, version_id, report_line_no, item_number, product_group_code,
    quantity, unit, method, reason, data_quality_score as quality, nullif(category_code, 'unsorted') as category, factor_set_id, factor_id, footprint_id, price_level, price_standing, is_over_reported, scope,
    multiplier, kg, combustion_multiplier, combustion_kg_co2e, opened_by_run as run_number, base_amount, per_unit
  from emissions.result
  where closed_by_run is null;

-- Supplier-specific results alongside, for report lines with a usable footprint.
create view emissions.door_supplier_footprint_result with (security_invoker) as
  select cooperative_id, buyer_id, version_id, line_no, supplier_id, agreement_id, item_number, footprint_id, conversion, conversion_factor,
    data_quality_score as quality, multiplier, kg, opened_by_run as run_number
  from emissions.supplier_footprint_result
  where closed_by_run is null and standing = 'counted';

-- Units by every accepted name, with the factor to the base unit of their dimension. A pack has no dimension: its
-- content is stated by the item.
create view emissions.door_unit with (security_invoker) as
  select name, key, dimension, factor from emissions.unit;

create view emissions.door_run with (security_invoker) as
  select cooperative_id, number, engine, factor_set_id, account_map_id, currency, started_at, finished_at, opened, closed from emissions.run;

-- Proposals of method policies, with the assigned approver.
create view emissions.door_method_policy_proposal with (security_invoker) as
  select cooperative_id, id, category_code, valid_from, state, assigned_approver_id, proposed_by, proposed_at from emissions.method_policy_proposal;

-- Proposals of official figures: publications, and external figures of earlier years. Everyone with the permission to
-- publish may approve.
create view emissions.door_figure_proposal with (security_invoker) as
  select cooperative_id, id, kind, state, proposed_by, proposed_at from emissions.figure_proposal;

-- Spend lines with results opened or closed by a run, and report lines with other supplier-specific results, for rooms
-- that follow the runs.
create view emissions.door_result_change with (security_invoker) as
  select cooperative_id, buyer_id, batch_id, line_no, opened_by_run, closed_by_run from emissions.result;

create view emissions.door_supplier_footprint_result_change with (security_invoker) as
  select cooperative_id, buyer_id, version_id, line_no, opened_by_run, closed_by_run from emissions.supplier_footprint_result;
