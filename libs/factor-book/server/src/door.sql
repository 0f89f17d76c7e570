create view factor_book.door_factor_set with (security_invoker) as
  select id, title, region, data_year, revised_year, price_level, price_index, currency, vat_basis, vat_basis_stated, unit, boundary,
    licence, licence_url, source_url, repository, repository_path, repository_commit, sha256, attributions, changes, published_at
  from factor_book.factor_set;

-- `uid` names a factor of a release in one value, for tables that keep it beside other ids.
create view factor_book.door_factor with (security_invoker) as
  select set_id, id, md5(set_id || '/' || id)::uuid as uid, name, ns4102, dfo, kind, activity, value, unit, source, basis, data_year, price_level, method, note, published_value
  from factor_book.factor;

create view factor_book.door_multiplier with (security_invoker) as
  select set_id, factor_id, price_level, vat_rate, value from factor_book.multiplier;

-- The rule sets in the order they were published: the last is the one in force.
create view factor_book.door_rule_set with (security_invoker) as
  select id, set_id, title, published_at, id = last_value(id) over everything as in_force
  from factor_book.rule_set
  window everything as (order by published_at, id rows between unbounded preceding and unbounded following);

create view factor_book.door_account_rule with (security_invoker) as
  select rule_set_id, account_system, account_code, name, answer, set_id, factor_id, candidates, gross_vat, reason
  from factor_book.account_rule;
