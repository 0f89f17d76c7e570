-- Sums by the month of the purchase as well as by the month it is booked in, so that figures by delivery date are read
-- from sums, and so that a comparison of accounting periods knows what was bought in other months.
alter table emissions.result_sum add column purchase_month text;
truncate emissions.result_sum;
insert into emissions.result_sum (
  cooperative_id, id, level, buyer_id, month, purchase_month, category_code, product_group_code, method, currency,
  account_class, data_quality_score, price_standing, price_basis_conversion, is_over_reported, factor_set_id, factor_id,
  factor_key, multiplier, not_deflated_year, is_converted, is_burning, supplier_id, opened_by_run, closed_by_run,
  line_count, outside_count, amount, outside_amount, base_amount, kg, combustion_kg_co2e, size_amount, size_kg,
  nameless_squared
)
select cooperative_id,
  md5(row(
    level, buyer_id, month, purchase_month, category_code, product_group_code, method, currency, account_class,
    data_quality_score, price_standing, price_basis_conversion, is_over_reported, factor_set_id, factor_id, factor_key,
    multiplier, not_deflated_year, is_converted, is_burning, supplier_id, opened_by_run, closed_by_run
  )::text)::uuid,
  level, buyer_id, month, purchase_month, category_code, product_group_code, method, currency, account_class,
  data_quality_score, price_standing, price_basis_conversion, is_over_reported, factor_set_id, factor_id, factor_key,
  multiplier, not_deflated_year, is_converted, is_burning, supplier_id, opened_by_run, closed_by_run, line_count,
  outside_count, amount, outside_amount, base_amount, kg, combustion_kg_co2e, size_amount, size_kg, nameless_squared
from (
  select cooperative_id, case when grouping(supplier_id) = 0 then 'supplier' else 'buyer' end as level, buyer_id, month,
    purchase_month, category_code, product_group_code, method, currency, account_class, data_quality_score,
    price_standing, price_basis_conversion, is_over_reported, factor_set_id, factor_id, factor_key, multiplier,
    not_deflated_year, is_converted, is_burning, supplier_id, opened_by_run, closed_by_run,
    count(*) as line_count, count(outside_amount) as outside_count, coalesce(sum(amount), 0) as amount,
    coalesce(sum(outside_amount), 0) as outside_amount, coalesce(sum(base_amount), 0) as base_amount,
    coalesce(sum(kg), 0) as kg, coalesce(sum(combustion_kg_co2e), 0) as combustion_kg_co2e,
    coalesce(sum(abs(base_amount)), 0) as size_amount, coalesce(sum(abs(kg)), 0) as size_kg,
    coalesce(sum(kg * kg) filter (where not has_item), 0) as nameless_squared
  from (
    select r.cooperative_id, r.buyer_id, to_char(coalesce(r.booked_on, r.purchased_on), 'YYYY-MM') as month,
      to_char(r.purchased_on, 'YYYY-MM') as purchase_month, r.category_code, r.product_group_code, r.method, r.currency,
      r.account_class, r.data_quality_score, r.price_standing, r.price_basis_conversion, r.is_over_reported,
      r.factor_set_id, r.factor_id,
      case when r.kg is not null then coalesce(
        r.factor_set_id || '/' || r.factor_id, r.footprint_id::text, 'invoice ' || r.supplier_id, 'invoice'
      ) end as factor_key,
      case when r.method in ('spend-category', 'spend-account') then r.multiplier end as multiplier,
      case when r.price_standing = 'not-deflated' then extract(year from r.purchased_on)::int end as not_deflated_year,
      r.base_amount is not null as is_converted, r.combustion_kg_co2e is not null as is_burning, r.supplier_id,
      r.opened_by_run, r.closed_by_run, r.outside_amount, r.amount, r.base_amount, r.kg, r.combustion_kg_co2e,
      r.supplier_id is not null and r.item_number is not null as has_item
    from emissions.result r
  ) line
  group by grouping sets ((
    cooperative_id, buyer_id, month, purchase_month, category_code, product_group_code, method, currency, account_class,
    data_quality_score, price_standing, price_basis_conversion, is_over_reported, factor_set_id, factor_id, factor_key,
    multiplier, not_deflated_year, is_converted, is_burning, supplier_id, opened_by_run, closed_by_run
  ), (
    cooperative_id, buyer_id, month, purchase_month, category_code, product_group_code, method, currency, account_class,
    data_quality_score, price_standing, price_basis_conversion, is_over_reported, factor_set_id, factor_id, factor_key,
    multiplier, not_deflated_year, is_converted, is_burning, opened_by_run, closed_by_run
  ))
) summed;
