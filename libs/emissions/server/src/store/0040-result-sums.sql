-- Sums of results by all that figures are narrowed or grouped by, as they are open from a run until another: any run is asked as its lines are. Level `supplier` in full, level `buyer` without suppliers.
create table emissions.result_sum (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  level text not null check (level in ('supplier', 'buyer')),
  buyer_id uuid,
  month text,
  category_code text not null,
  product_code text,
  method text not null,
  currency text not null,
  account_class text,
  data_class smallint,
  price_standing text,
  price_concept text,
  over_reported boolean,
  factor_set_id text,
  factor_id text,
  factor_key text,
  multiplier numeric(38, 18),
  not_deflated_year int,
  is_converted boolean not null,
  is_burning boolean not null,
  supplier_id uuid,
  from_run int not null,
  until_run int,
  line_count int not null,
  outside_count int not null,
  amount numeric not null,
  outside_amount numeric not null,
  own_amount numeric not null,
  kg numeric not null,
  direct_kg numeric not null,
  size_amount numeric not null,
  size_kg numeric not null,
  primary key (cooperative_id, id)
);
create index result_sum_by_buyer on emissions.result_sum (cooperative_id, level, buyer_id);
create index result_sum_by_supplier on emissions.result_sum (cooperative_id, supplier_id) where level = 'supplier';
create index result_sum_empty on emissions.result_sum (cooperative_id) where line_count = 0;
select platform.protect('emissions.result_sum', buyer => 'buyer_id', writers => array['system'], privileges => 'select, insert, update, delete');
-- As of the results that they are sums of.
create policy auditors_see_published on emissions.result_sum as restrictive for select using (
  (select platform.role()) <> 'auditor' or exists (
    select from emissions.publication p
    where p.cooperative_id = result_sum.cooperative_id and p.run_number >= result_sum.from_run and (result_sum.until_run is null or p.run_number < result_sum.until_run)
      and (p.buyer_ids is null or result_sum.buyer_id = any (p.buyer_ids)) and (p.category_codes is null or result_sum.category_code = any (p.category_codes))
      and (p.from_month is null or result_sum.month >= p.from_month) and (p.to_month is null or result_sum.month <= p.to_month))
);
select platform.stays_with_organisation('emissions.result_sum', 'buyer_id', 'figures', 'A figure of a run stays as it was calculated.');
select platform.stays_with_organisation('emissions.result_sum', 'supplier_id', 'figures', 'A figure of a run stays as it was calculated.');

-- What stands is summed here, as runs do from now on.
insert into emissions.result_sum (cooperative_id, id, level, buyer_id, month, category_code, product_code, method, currency, account_class, data_class, price_standing, price_concept, over_reported, factor_set_id, factor_id, factor_key, multiplier, not_deflated_year, is_converted, is_burning, supplier_id, from_run, until_run, line_count, outside_count, amount, outside_amount, own_amount, kg, direct_kg, size_amount, size_kg)
select cooperative_id, md5(row(level, buyer_id, month, category_code, product_code, method, currency, account_class, data_class, price_standing, price_concept, over_reported, factor_set_id, factor_id, factor_key, multiplier, not_deflated_year, is_converted, is_burning, supplier_id, from_run, until_run)::text)::uuid, level, buyer_id, month, category_code, product_code, method, currency, account_class, data_class, price_standing, price_concept, over_reported, factor_set_id, factor_id, factor_key, multiplier, not_deflated_year, is_converted, is_burning, supplier_id, from_run, until_run, line_count, outside_count, amount, outside_amount, own_amount, kg, direct_kg, size_amount, size_kg
from (
  select cooperative_id, case when grouping(supplier_id) = 0 then 'supplier' else 'buyer' end as level, buyer_id, month, category_code, product_code, method, currency, account_class, data_class, price_standing, price_concept, over_reported, factor_set_id, factor_id, factor_key, multiplier, not_deflated_year, is_converted, is_burning, supplier_id, from_run, until_run,
    coalesce(sum(line_count), 0) as line_count, coalesce(sum(outside_count), 0) as outside_count, coalesce(sum(amount), 0) as amount, coalesce(sum(outside_amount), 0) as outside_amount, coalesce(sum(own_amount), 0) as own_amount, coalesce(sum(kg), 0) as kg, coalesce(sum(direct_kg), 0) as direct_kg, coalesce(sum(size_amount), 0) as size_amount, coalesce(sum(size_kg), 0) as size_kg
  from (
    select r.cooperative_id, r.buyer_id,
    to_char(coalesce(r.booked_on, r.spent_on), 'YYYY-MM') as month,
    r.category_code,
    r.product_code,
    r.method,
    r.currency,
    r.account_class,
    r.data_class,
    r.price_standing,
    r.price_concept,
    r.over_reported,
    r.factor_set_id,
    r.factor_id,
    case when r.kg is not null then coalesce(r.factor_set_id || '/' || r.factor_id, r.footprint_id::text, 'invoice ' || r.supplier_id, 'invoice') end as factor_key,
    case when r.method in ('spend-category', 'spend-account') then r.multiplier end as multiplier,
    case when r.price_standing = 'not-deflated' then extract(year from r.spent_on)::int end as not_deflated_year,
    r.own_amount is not null as is_converted,
    r.direct_kg is not null as is_burning,
      r.supplier_id, r.from_run, r.until_run, 1 as line_count, (r.outside_amount is not null)::int as outside_count, r.amount, r.outside_amount, r.own_amount, r.kg, r.direct_kg, abs(r.own_amount) as size_amount, abs(r.kg) as size_kg
    from emissions.result r
  ) l
  group by grouping sets ((cooperative_id, buyer_id, month, category_code, product_code, method, currency, account_class, data_class, price_standing, price_concept, over_reported, factor_set_id, factor_id, factor_key, multiplier, not_deflated_year, is_converted, is_burning, supplier_id, from_run, until_run), (cooperative_id, buyer_id, month, category_code, product_code, method, currency, account_class, data_class, price_standing, price_concept, over_reported, factor_set_id, factor_id, factor_key, multiplier, not_deflated_year, is_converted, is_burning, from_run, until_run))
) s;
