create view catalogue.door_category with (security_invoker) as
  select code, position, name_nb, name_nn, name_en from catalogue.category;

create view catalogue.door_account_category with (security_invoker) as
  select account_system, account_code, category_code from catalogue.account_category;

-- Join with `code like cpv_prefix || '%'`, longest prefix first.
create view catalogue.door_cpv_category with (security_invoker) as
  select cpv_prefix, category_code from catalogue.cpv_category;
