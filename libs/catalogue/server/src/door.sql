create view catalogue.door_category with (security_invoker) as
  select code, position, name_nb, name_nn, name_en from catalogue.category;

create view catalogue.door_account_category with (security_invoker) as
  select account_system, account_code, category_code from catalogue.account_category;

-- Join with `code like cpv_prefix || '%'`, longest prefix first.
create view catalogue.door_cpv_category with (security_invoker) as
  select cpv_prefix, category_code from catalogue.cpv_category;

-- Kinds of goods, in the order their patterns are tried: `lower(name) ~ pattern and not lower(name) ~ except_pattern`.
create view catalogue.door_product with (security_invoker) as
  select code, category_code, position, name_nb, name_nn, name_en, pattern, except_pattern, confidence, kg_per_litre from catalogue.product;

create view catalogue.door_product_code with (security_invoker) as
  select system, code, product_code, confidence from catalogue.product_code;

-- What people say that items are; a null product says that none of them fits.
create view catalogue.door_item_decision with (security_invoker) as
  select distinct on (d.cooperative_id, d.supplier_id, d.item_number) d.cooperative_id, d.id, d.supplier_id, d.item_number, d.product_code, d.reason, d.decided_by, d.decided_at
  from catalogue.item_decision d
  order by d.cooperative_id, d.supplier_id, d.item_number, d.id desc;
