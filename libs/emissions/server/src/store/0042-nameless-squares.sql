-- Of lines that name no item, the sum of the squares of what they weigh: where two periods are compared each of them is a thing of its own.
alter table emissions.result_sum add column nameless_squared numeric not null default 0;
alter table emissions.result_sum alter column nameless_squared drop default;

-- What stands is summed here, as runs do from now on.
update emissions.result_sum k set nameless_squared = s.nameless_squared
from (
  select cooperative_id, md5(row(level, buyer_id, month, category_code, product_code, method, currency, account_class, data_class, price_standing, price_concept, over_reported, factor_set_id, factor_id, factor_key, multiplier, not_deflated_year, is_converted, is_burning, supplier_id, from_run, until_run)::text)::uuid as id, nameless_squared
  from (
    select cooperative_id, case when grouping(supplier_id) = 0 then 'supplier' else 'buyer' end as level, buyer_id, month, category_code, product_code, method, currency, account_class, data_class, price_standing, price_concept, over_reported, factor_set_id, factor_id, factor_key, multiplier, not_deflated_year, is_converted, is_burning, supplier_id, from_run, until_run, sum(kg * kg) filter (where supplier_id is null or item_number is null) as nameless_squared
    from (
      select r.cooperative_id, r.buyer_id, to_char(coalesce(r.booked_on, r.spent_on), 'YYYY-MM') as month, r.category_code, r.product_code, r.method, r.currency, r.account_class, r.data_class, r.price_standing, r.price_concept, r.over_reported,
        r.factor_set_id, r.factor_id, case when r.kg is not null then coalesce(r.factor_set_id || '/' || r.factor_id, r.footprint_id::text, 'invoice ' || r.supplier_id, 'invoice') end as factor_key,
        case when r.method in ('spend-category', 'spend-account') then r.multiplier end as multiplier, case when r.price_standing = 'not-deflated' then extract(year from r.spent_on)::int end as not_deflated_year,
        r.own_amount is not null as is_converted, r.direct_kg is not null as is_burning, r.supplier_id, r.from_run, r.until_run, r.kg, r.item_number
      from emissions.result r
    ) l
    group by grouping sets ((cooperative_id, buyer_id, month, category_code, product_code, method, currency, account_class, data_class, price_standing, price_concept, over_reported, factor_set_id, factor_id, factor_key, multiplier, not_deflated_year, is_converted, is_burning, supplier_id, from_run, until_run), (cooperative_id, buyer_id, month, category_code, product_code, method, currency, account_class, data_class, price_standing, price_concept, over_reported, factor_set_id, factor_id, factor_key, multiplier, not_deflated_year, is_converted, is_burning, from_run, until_run))
  ) g
  where nameless_squared is not null
) s
where k.cooperative_id = s.cooperative_id and k.id = s.id;

-- A comparison reads only the lines that name their item; of the others its sums tell enough.
drop index emissions.result_by_day;
create index result_by_day on emissions.result (cooperative_id, coalesce(booked_on, spent_on)) where kg is not null and supplier_id is not null and item_number is not null;
