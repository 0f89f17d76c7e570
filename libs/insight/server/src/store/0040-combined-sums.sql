-- Sums of the combined table by all that its figures are narrowed by but texts, kept in step by the refresh: level `supplier` in full, level `buyer` without suppliers and agreements.
-- `line_set`: booked lines in parts that lie in several sums; each of the set has the count of the same lines, which counts once.
create table insight.combined_sum (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  level text not null check (level in ('supplier', 'buyer')),
  buyer_id uuid not null,
  supplier_id uuid,
  agreement_id uuid,
  agreement_basis text,
  lot_id uuid,
  category text,
  method text,
  month text,
  side text not null,
  state text not null,
  basis text not null,
  currency text not null,
  account_class text,
  is_weighed boolean not null,
  is_outside boolean not null,
  line_set uuid,
  row_count int not null,
  line_count int not null,
  booked_amount numeric(24, 2) not null,
  outside_amount numeric(24, 2) not null,
  reported_amount numeric(24, 2) not null,
  kg numeric(26, 6) not null,
  primary key (cooperative_id, id)
);
create index combined_sum_by_buyer on insight.combined_sum (cooperative_id, level, buyer_id);
create index combined_sum_by_supplier on insight.combined_sum (cooperative_id, supplier_id) where level = 'supplier';
create index combined_sum_by_agreement on insight.combined_sum (cooperative_id, agreement_id) where level = 'supplier';
select platform.protect('insight.combined_sum', buyer => 'buyer_id', writers => array['system'], privileges => 'select, insert, update, delete');
-- A merge has every row made anew by the next run, and the sums with them.
select platform.moves_with_organisation('insight.combined_sum', 'buyer_id', 'other');
select platform.moves_with_organisation('insight.combined_sum', 'supplier_id', 'other');

-- What stands is summed here, as the next refresh would sum it.
insert into insight.combined_sum (cooperative_id, id, level, buyer_id, category, method, month, side, state, basis, currency, account_class, is_weighed, is_outside, supplier_id, agreement_id, agreement_basis, lot_id, line_set, row_count, line_count, booked_amount, outside_amount, reported_amount, kg)
with line as materialized (
  select cooperative_id, buyer_id, category, method, month, side, state, basis, currency, account_class, supplier_id, agreement_id, agreement_basis, lot_id, kg is not null as is_weighed, outside_amount is not null as is_outside, booked_amount, outside_amount, reported_amount, kg, batch_id, spend_line_no, part
  from insight.combined_line
), place as materialized (
  select cooperative_id, batch_id, spend_line_no, part, md5(row(buyer_id, category, method, month, side, state, basis, currency, account_class, is_weighed, is_outside, supplier_id, agreement_id, agreement_basis, lot_id)::text) as by_supplier, md5(row(buyer_id, category, method, month, side, state, basis, currency, account_class, is_weighed, is_outside)::text) as by_buyer from line where part is not null
), first as (
  select cooperative_id, batch_id, spend_line_no, part, row_number() over (partition by cooperative_id, batch_id, spend_line_no, by_supplier order by part) = 1 as of_supplier,
    row_number() over (partition by cooperative_id, batch_id, spend_line_no, by_buyer order by part) = 1 as of_buyer
  from place
), places as (
  select cooperative_id, batch_id, spend_line_no, case when count(distinct by_supplier) > 1 then md5(string_agg(distinct by_supplier, ' '))::uuid end as supplier_set,
    case when count(distinct by_buyer) > 1 then md5(string_agg(distinct by_buyer, ' '))::uuid end as buyer_set
  from place group by cooperative_id, batch_id, spend_line_no
), summed as (
  select cooperative_id, case when grouping(supplier_id) = 0 then 'supplier' else 'buyer' end as level, buyer_id, category, method, month, side, state, basis, currency, account_class, is_weighed, is_outside, supplier_id, agreement_id, agreement_basis, lot_id, coalesce(supplier_set, buyer_set) as line_set,
    count(*) as row_count, case when grouping(supplier_id) = 0 then count(*) filter (where coalesce(f.of_supplier, true)) else count(*) filter (where coalesce(f.of_buyer, true)) end as line_count,
    coalesce(sum(booked_amount), 0) as booked_amount, coalesce(sum(outside_amount), 0) as outside_amount, coalesce(sum(reported_amount), 0) as reported_amount, coalesce(sum(kg), 0) as kg
  from line
  left join first f using (cooperative_id, batch_id, spend_line_no, part)
  left join places s using (cooperative_id, batch_id, spend_line_no)
  group by grouping sets ((cooperative_id, buyer_id, category, method, month, side, state, basis, currency, account_class, is_weighed, is_outside, supplier_id, agreement_id, agreement_basis, lot_id, supplier_set), (cooperative_id, buyer_id, category, method, month, side, state, basis, currency, account_class, is_weighed, is_outside, buyer_set))
)
select cooperative_id, md5(row(level, buyer_id, category, method, month, side, state, basis, currency, account_class, is_weighed, is_outside, supplier_id, agreement_id, agreement_basis, lot_id, line_set)::text)::uuid, level, buyer_id, category, method, month, side, state, basis, currency, account_class, is_weighed, is_outside, supplier_id, agreement_id, agreement_basis, lot_id, line_set, row_count, line_count, booked_amount, outside_amount, reported_amount, kg from summed;
