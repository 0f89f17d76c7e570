create view catalogue.door_category with (security_invoker) as
  select code, position, name_nb, name_nn, name_en from catalogue.category;

-- Corrections by people of the cooperative for a code, account or item: the newest for each that is not revoked.
create view catalogue.door_mapping_override with (security_invoker) as
  select n.cooperative_id, n.system, n.code, n.correction_id, coalesce(n.category_code, p.category_code) as category_code, n.product_group_code, c.reason, c.decided_by, c.decided_at
  from (select distinct on (cooperative_id, system, code) * from catalogue.mapping_override order by cooperative_id, system, code, place desc) n
  join catalogue.mapping_correction c on c.cooperative_id = n.cooperative_id and c.id = n.correction_id
  left join catalogue.product_group p on p.code = n.product_group_code
  where n.stands;

create view catalogue.door_account_category with (security_invoker) as
  select a.account_system, a.account_code, a.category_code, a.confidence from catalogue.account_category a
  where not exists (select 1 from catalogue.door_mapping_override d where d.system = a.account_system and d.code = a.account_code)
  union all
  select d.system, d.code, d.category_code, 1.00 from catalogue.door_mapping_override d where d.system in ('kostra', 'ns4102', 'dfo');

-- Join with `code like cpv_prefix || '%'`, longest prefix first.
create view catalogue.door_cpv_category with (security_invoker) as
  select c.cpv_prefix, c.category_code, c.confidence from catalogue.cpv_category c
  where not exists (select 1 from catalogue.door_mapping_override d where d.system = 'cpv' and d.code = c.cpv_prefix)
  union all
  select d.code, d.category_code, 1.00 from catalogue.door_mapping_override d where d.system = 'cpv';

-- Join with `code like unspsc_prefix || '%'`, longest prefix first.
create view catalogue.door_unspsc_category with (security_invoker) as
  select u.unspsc_prefix, u.category_code, u.confidence from catalogue.unspsc_category u
  where not exists (select 1 from catalogue.door_mapping_override d where d.system = 'unspsc' and d.code = u.unspsc_prefix)
  union all
  select d.code, d.category_code, 1.00 from catalogue.door_mapping_override d where d.system = 'unspsc';

-- Product groups, in the order in which their patterns are tried: `lower(name) ~ pattern and not lower(name) ~
-- except_pattern`.
create view catalogue.door_product_group with (security_invoker) as
  select code, category_code, position, name_nb, name_nn, name_en, pattern, except_pattern, confidence, kg_per_litre from catalogue.product_group;

create view catalogue.door_code_product_group with (security_invoker) as
  select c.system, c.code, c.product_group_code, c.confidence from catalogue.code_product_group c
  where not exists (select 1 from catalogue.door_mapping_override d where d.system = c.system and d.code = c.code)
  union all
  select d.system, d.code, d.product_group_code, 1.00 from catalogue.door_mapping_override d where d.system = 'unspsc' and d.product_group_code is not null;

-- Classification of items by people. Neither product group nor category means that none of them applies.
create view catalogue.door_item_classification with (security_invoker) as
  select d.cooperative_id, d.correction_id as id, split_part(d.code, ':', 1)::uuid as supplier_id, substr(d.code, strpos(d.code, ':') + 1) as item_number, d.product_group_code, d.category_code, d.reason, d.decided_by, d.decided_at
  from catalogue.door_mapping_override d where d.system = 'item';
